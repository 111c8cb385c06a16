/** A token bucket: `burst` at once, `rate` a second in the long run. */
export class Bucket {
  private tokens: number;
  private filled: number;

  constructor(
    private readonly rate: number,
    private readonly burst: number,
    now: number,
  ) {
    this.tokens = burst;
    this.filled = now;
  }

  /** Takes a token if there is one. `now` in milliseconds; a clock that jumps back costs nothing. */
  take(now: number): boolean {
    this.tokens = Math.min(this.burst, this.tokens + (Math.max(0, now - this.filled) * this.rate) / 1000);
    this.filled = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
