import { describe, expect, it } from 'vitest';
import { anchored, follow } from './anchored';

/** The bracketed words of the one text are found in the other where its brackets stand. */
const becomes = (before: string[], ...after: string[][]) => {
  for (const lines of after) expect(follow(anchored(...before), ...lines)).toEqual(lines);
};

const FOX = ['The [quick brown fox] jumps over the lazy dog.'];

describe('the words that a comment is about', () => {
  it('are found where they stood, whatever is written before and after them', () => {
    becomes(
      FOX,
      FOX,
      ['Once upon a time, the [quick brown fox] jumps over the lazy dog.'],
      ['The [quick brown fox] sleeps.'],
      ['[quick brown fox] jumps over the lazy dog.'],
      ['The [quick brown fox]'],
      ['[quick brown fox]'],
      ['A [quick brown fox] slept.'],
    );
  });

  it('[C4] deleting a part of them shrinks the anchor, down to the last word', () => {
    becomes(
      FOX,
      ['The [brown fox] jumps over the lazy dog.'],
      ['The [quick fox] jumps over the lazy dog.'],
      ['The [quick brown] jumps over the lazy dog.'],
      ['The [fox] jumps over the lazy dog.'],
      ['The [quick] jumps over the lazy dog.'],
      ['The [brown] jumps over the lazy dog.'],
      ['The [qu] jumps over the lazy dog.'],
      ['The [x] jumps over the lazy dog.'],
      // Together with text around them.
      ['The [brown fox] jumps.'],
      ['[fox] jumps over the lazy dog.'],
      ['The [quick]'],
    );
  });

  it('[C4] typing inside them extends the anchor', () => {
    becomes(
      FOX,
      ['The [quick little brown fox] jumps over the lazy dog.'],
      [
        'The [quick, quicker, by far the quickest of all the animals that live in the wood: the brown fox] jumps over the lazy dog.',
      ],
      ['The [quick browned fox] jumps over the lazy dog.'],
      ['The [quick red fox] jumps over the lazy dog.'],
      ['The [quick brown\uFFFCfox] jumps over the lazy dog.'],
    );
    becomes(['My [color] is blue.'], ['My [colour] is blue.']);
    becomes(['[organisation]'], ['[organization]'], ['An [organization] of ours']);
  });

  it('[C4] typing at either edge of them does not', () => {
    becomes(
      FOX,
      ['The very [quick brown fox] jumps over the lazy dog.'],
      ['The [quick brown fox] always jumps over the lazy dog.'],
      ['The very[quick brown fox]es jumps over the lazy dog.'],
    );
    becomes(['[One.]'], ['Zero. [One.]'], ['[One.] Two.'], ['Zero. [One.] Two.']);
  });

  it('[C2] are nowhere once they are deleted, also where others are like them', () => {
    becomes(
      FOX,
      ['The jumps over the lazy dog.'],
      ['The  jumps over the lazy dog.'],
      [''],
      [],
      ['other: Something else.'],
      ['The lynx jumps over the lazy dog.'],
      ['The slow white cat jumps over the lazy dog.'],
    );
    becomes(['[Yes]', 'Yes', 'No'], ['', 'Yes', 'No'], ['p1: Yes', 'p2: No'], ['Perhaps', 'Yes', 'No']);
    becomes(
      ['The aim of the project and [the] way to it.'],
      ['The aim of the project and way to it.'],
      ['The aim of the project and a way to it.'],
    );
  });

  it('[C3] are found again once the deletion is undone', () => {
    const anchor = anchored(...FOX, 'Another paragraph.');
    for (const gone of [['The jumps over the lazy dog.', 'Another paragraph.'], ['Another paragraph.'], ['']])
      expect(follow(anchor, ...gone).join()).not.toContain('[');
    expect(follow(anchor, ...FOX, 'Another paragraph.')).toEqual([...FOX, 'Another paragraph.']);
    // Also when the block that came back has another id, or stands elsewhere.
    expect(
      follow(anchor, 'p1: Another paragraph.', 'back: The quick brown fox jumps over the lazy dog.'),
    ).toEqual(['p1: Another paragraph.', 'back: The [quick brown fox] jumps over the lazy dog.']);
  });

  it('[C5] splitting their block keeps them, over both parts', () => {
    becomes(
      FOX,
      ['The [quick]', 'new: [brown fox] jumps over the lazy dog.'],
      ['The [quick ]', 'new: [brown fox] jumps over the lazy dog.'],
      ['new: The [quick]', 'p0: [brown fox] jumps over the lazy dog.'],
      ['The ', 'new: [quick brown fox] jumps over the lazy dog.'],
      ['new: The ', 'p0: [quick brown fox] jumps over the lazy dog.'],
      ['The [quick brown fox]', 'new: jumps over the lazy dog.'],
      ['', 'new: The [quick brown fox] jumps over the lazy dog.'],
      ['The ', 'one: [quick brown fox]', 'two: jumps over the lazy dog.'],
      ['The [quick]', 'one: [brown]', 'two: [fox] jumps over the lazy dog.'],
      // And then somebody types.
      ['The [quick]', 'new: [dark brown fox] jumps over the lazy dog.'],
      ['The [quick]', 'new: [brown fox] sleeps.'],
      ['A [quick]', 'new: [brown fox] jumps over the lazy dog.'],
      ['A very [quick]', 'new: [little brown fox] sleeps.'],
    );
    becomes(
      ['[A whole paragraph that is commented.]'],
      ['[A whole paragraph]', 'new: [that is commented.]'],
      ['[A whole]', 'new: [blue paragraph that is commented.]'],
    );
  });

  it('[C5] joining their block with another keeps them', () => {
    becomes(
      ['Before.', ...FOX, 'After.'],
      ['Before.The [quick brown fox] jumps over the lazy dog.', 'p2: After.'],
      ['Before. The [quick brown fox] jumps over the lazy dog.', 'p2: After.'],
      ['Before.', 'The [quick brown fox] jumps over the lazy dog.After.'],
      ['Before.The [quick dark brown fox] jumps over the lazy dog.', 'p2: After.'],
    );
  });

  it('[C5] moving their block moves them, by drag with its id, by cut and paste without', () => {
    becomes(
      [...FOX, 'One.', 'Two.'],
      ['p1: One.', 'p2: Two.', 'p0: The [quick brown fox] jumps over the lazy dog.'],
      ['p1: One.', 'p2: Two.', 'new: The [quick brown fox] jumps over the lazy dog.'],
      ['p1: One.', 'p2: Two. The [quick brown fox] jumps over the lazy dog.'],
      // And then somebody edits it.
      ['p1: One.', 'p2: Two.', 'new: The [quick, brown fox] jumps over the lazy dog.'],
      ['p1: One.', 'p2: Two.', 'new: The [brown fox] jumps over the lazy dog.'],
    );
    becomes(
      ['One. [Two is quite a long sentence.] Three.', 'Four.'],
      ['One. Three.', 'Four. [Two is quite a long sentence.]'],
      ['[Two is quite a long sentence.] One. Three.', 'Four.'],
    );
  });

  it('[C5] a copy of them does not take the thread over', () => {
    becomes(
      [...FOX, 'Last.'],
      [
        'copy: The quick brown fox jumps over the lazy dog.',
        'p0: The [quick brown fox] jumps over the lazy dog.',
      ],
      [
        'The [quick brown fox] jumps over the lazy dog.',
        'copy: The quick brown fox jumps over the lazy dog.',
      ],
      ['copy: The quick brown fox jumps over the lazy dog.', 'p0: The [brown fox] jumps over the lazy dog.'],
      ['The [brown fox] jumps over the lazy dog.', 'copy: The quick brown fox jumps over the lazy dog.'],
      ['The [brown fox] sleeps.', 'copy: The quick brown fox jumps over the lazy dog.'],
      // Nor does it when they are deleted.
      ['The jumps over the lazy dog.', 'copy: The quick brown fox jumps over the lazy dog.'],
    );
    // Text that was there before does not, whatever becomes of the words.
    becomes(
      ['[This guidance was made by the partners.]', 'Text.', 'This guidance was made by the partners.'],
      ['p1: Text.', 'p2: This guidance was made by the partners.'],
      ['', 'Text.', 'This guidance was made by the partners.'],
      [
        'p1: Text.',
        'p2: This guidance was made by the partners.',
        'new: [This guidance was made by the partners.]',
      ],
    );
  });

  it('are told from equal words in the same block by what stands beside them', () => {
    becomes(
      ['In spring the partners meet, in autumn [the partners] write.'],
      ['In spring the partners meet, in autumn [the partners] write.'],
      ['The partners meet. In spring the partners meet, in autumn [the partners] write.'],
      ['In autumn [the partners] write.'],
      ['In spring the partners meet, in autumn write.'],
    );
  });
});

describe('an anchor over several blocks', () => {
  const TWO = ['One [and then]', '[comes two,]', '[then] three.', 'Four.'];

  it('is found block by block', () => {
    becomes(
      TWO,
      TWO,
      ['So: One [and then]', '[comes two,]', '[then] three.', 'Four.'],
      ['One [and then]', '[comes, now, two,]', '[then] three.', 'Four.'],
      ['One [and then]', 'p2: [then] three.', 'p3: Four.'],
      ['One [and then]', 'new: [inserted]', 'p1: [comes two,]', 'p2: [then] three.', 'p3: Four.'],
      ['One [and thencomes two,]', 'p2: [then] three.', 'p3: Four.'],
    );
  });

  it('keeps what is left when its first or last block goes', () => {
    becomes(
      ['A first paragraph [with a longer end.]', '[The second one has a longer beginning], too.', 'Last.'],
      ['A first paragraph [with a longer end.]', 'p2: Last.'],
      ['p1: [The second one has a longer beginning], too.', 'p2: Last.'],
    );
  });
});
