import { paragraph } from '@accord/shared/manuscript/build';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import type { Output } from '@accord/shared/outputs/outputs';
import type { BlockAuthors } from '@accord/shared/versions/attribution';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { RawClient } from '../../sync/raw-client';
import { change } from '../../sync/writing';
import { startWorkspace, type Visitor } from '../workspace';
import { saidIn, textsOf } from './said';

/** A chapter of one empty paragraph, and people who write in it over sockets. */
async function chapterOf() {
  const workspace = await startWorkspace();
  const root = await workspace.administrator();
  const { body: outputs } = await root.ask<Output[]>('GET', '/api/outputs');
  const chapterId = outputs[0]?.chapters[0]?.id ?? '';
  const author = (email: string) =>
    workspace.person({
      email,
      grants: [{ role: 'author', outputId: null, chapterId: null, language: null }],
    });
  const sit = async (visitor: Visitor) => {
    const client = await RawClient.connect({
      url: `${workspace.url.replace('http', 'ws')}/sync/${chapterId}`,
      origin: workspace.url,
      cookie: visitor.cookie ?? '',
      hello: {},
    });
    onTestFinished(() => client.close());
    await client.sync();
    return client;
  };
  const write = async (client: RawClient, how: (text: Y.XmlFragment) => void) => {
    const before = client.last('durable')?.n ?? 0;
    client.update(change(client.doc, how));
    await client.durable(before + 1);
  };
  const said = async (visitor: Visitor, names: Record<string, string>) => {
    const { body } = await visitor.ask<BlockAuthors[]>('GET', `/api/chapters/${chapterId}/authors`);
    const { body: json } = await visitor.ask<NodeJson>(
      'GET',
      `/api/chapters/${chapterId}/content?format=json`,
    );
    return saidIn(textsOf(json), body).map((line) =>
      Object.entries(names).reduce((text, [id, name]) => text.replaceAll(id, name), line),
    );
  };
  return { ...workspace, chapterId, author, sit, write, said };
}

const wordsOf = (text: Y.XmlFragment, block: number) => (text.get(block) as Y.XmlElement).get(0) as Y.XmlText;

describe('who wrote what, asked over HTTP', () => {
  it('[P5][V3] a forged client id attributes nothing, whoever is forged', async () => {
    const { author, sit, write, said, visitor, chapterId } = await chapterOf();
    const [aino, mallory] = [await author('aino@example.org'), await author('mallory@example.org')];
    const names = { [aino.id]: 'aino', [mallory.id]: 'mallory' };
    const [hers, forger] = [await sit(aino), await sit(mallory)];
    await write(hers, (text) => {
      text.delete(0, text.length);
      text.insert(0, blocksToYjs([paragraph('Aino wrote this.')]));
    });
    await forger.until(() => forger.doc.getXmlFragment(FRAGMENT).length === 1);
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(forger.doc));
    forged.clientID = hers.doc.clientID;
    forger.update(change(forged, (text) => wordsOf(text, 0).insert(16, ' Aino never wrote this.')));
    await forger.until(() => forger.count('rejected') > 0);
    expect(await said(aino, names)).toEqual(['aino:Aino wrote this.']);

    // Under an id of nobody they are the words of who sent them.
    const own = await sit(mallory);
    await write(own, (text) => wordsOf(text, 0).insert(16, ' Mallory did.'));
    expect(await said(aino, names)).toEqual(['aino:Aino wrote this.|mallory: Mallory did.']);
    expect((await visitor().ask('GET', `/api/chapters/${chapterId}/authors`)).status).toBe(401);
  });

  it("[V3] whoever only deletes is no author, and the template is nobody's", async () => {
    const { author, sit, write, said } = await chapterOf();
    const [aino, jean] = [await author('aino@example.org'), await author('jean@example.org')];
    const names = { [aino.id]: 'aino', [jean.id]: 'jean' };
    expect((await said(aino, names)).join('|')).not.toMatch(/aino|jean|root|workspace/);
    expect((await said(aino, names)).join('|')).toContain('null:');
    const hers = await sit(aino);
    await write(hers, (text) => {
      text.delete(0, text.length);
      text.insert(0, blocksToYjs([paragraph('One two three.')]));
    });
    const his = await sit(jean);
    await write(his, (text) => wordsOf(text, 0).delete(3, 4));
    expect(await said(jean, names)).toEqual(['aino:One three.']);
  });
});
