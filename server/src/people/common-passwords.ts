/** Stems of the passwords of 12 and more characters that stand at the head of every list of leaked ones. */
const STEMS = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'motdepasse',
  'salasana',
  'parola',
  'parolachiave',
  'qwerty',
  'qwertz',
  'azerty',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  '1q2w3e4r5t6y',
  '1qaz2wsx',
  '1qaz2wsx3edc',
  'q1w2e3r4',
  'q1w2e3r4t5y6',
  'zaq12wsx',
  'abcdefghijklmnopqrstuvwxyz',
  'abcd',
  'abc123',
  'iloveyou',
  'jetaime',
  'letmein',
  'welcome',
  'willkommen',
  'bienvenue',
  'benvenuto',
  'tervetuloa',
  'administrator',
  'admin',
  'changeme',
  'secret',
  'football',
  'baseball',
  'superman',
  'batman',
  'dragon',
  'monkey',
  'princess',
  'sunshine',
  'trustno1',
  'whatever',
  'computer',
  'internet',
  'starwars',
  'michelle',
  'jordan23',
  'liverpool',
  'chelsea',
  'juventus',
  'unknown',
  'default',
  'accord',
  'test',
  'hallo',
  'hello',
];

const RUNS = [
  '0123456789012345678901234567890',
  '9876543210987654321098765432109',
  'abcdefghijklmnopqrstuvwxyz',
];

/**
 * Whether a password is one of those that are tried first: one character or a short piece repeated, a run along the
 * alphabet or the digits, one of the common stems with nothing but a common ending, or the person's own name or mail.
 */
export function isTooCommon(password: string, own: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (/^(.{1,4})\1+.{0,3}$/su.test(plain)) return true;
  if (RUNS.some((run) => run.includes(plain))) return true;
  const words = [
    ...STEMS,
    ...own.map((word) => word.normalize('NFKC').toLowerCase()).filter((word) => word.length >= 4),
  ];
  return words.some((word) => restIsCommon(plain, word));
}

/** Whether taking every `word` out leaves nothing but digits in a row, a year, or a few signs. */
function restIsCommon(plain: string, word: string): boolean {
  if (!plain.includes(word)) return false;
  const rest = plain
    .split(word)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return rest === '' || /^(?:\d{1,4}|(?:19|20)\d\d|1234?5?6?7?8?9?0?|abc)$/.test(rest);
}
