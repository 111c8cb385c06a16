import type { ImportReport } from '@accord/shared/people/administration';
import type { Me, Person } from '@accord/shared/people/people';
import { describe, expect, it } from 'vitest';
import { PASSWORD, startWorkspace } from './workspace';

const PARTNERS = ['LAMAP', 'FR-2', 'FI-1', 'FI-2', 'DE-1', 'DE-2', 'IT-1', 'UK-1', 'UK-2'];

async function importing(csv: string) {
  const workspace = await startWorkspace();
  const admin = await workspace.administrator();
  const reply = await admin.ask<ImportReport>('POST', '/api/people/import', { csv });
  const accounts = await admin.ask<Person[]>('GET', '/api/people/accounts');
  return { ...workspace, admin, reply, report: reply.body, accounts: accounts.body };
}

describe('importing people', () => {
  it('[P7] a file of 45 lines with 3 faulty ones imports 42 people and reports 3 lines with reasons', async () => {
    const lines = Array.from(
      { length: 45 },
      (_, index) => `Person ${index + 1},person${index + 1}@example.org,${PARTNERS[index % 9]},author,`,
    );
    lines[6] = 'Person 7,person7 at example.org,FI-1,author,';
    lines[21] = 'Person 22,person22@example.org,Atlantis,author,';
    lines[43] = 'Person 44,person1@example.org,DE-1,author,';
    const { report, accounts } = await importing(lines.join('\n'));
    expect(report.imported).toHaveLength(42);
    expect(report.rejected).toEqual([
      { line: 7, text: lines[6], problem: 'email-invalid', value: 'person7 at example.org' },
      { line: 22, text: lines[21], problem: 'partner-unknown', value: 'Atlantis' },
      { line: 44, text: lines[43], problem: 'email-twice-in-file', value: 'person1@example.org' },
    ]);
    expect(accounts.filter(({ status }) => status === 'invited')).toHaveLength(43);
    expect(new Set(report.imported.map(({ link }) => link.url)).size).toBe(42);
  });

  it('[P7] imported people come in by their link, with role, partner and language', async () => {
    const csv = 'name,email,partner,role,language\nGiulia Prova,giulia@example.it,IT-1,translator,it\n';
    const { report, visitor } = await importing(csv);
    const token = report.imported[0]?.link.url.split('#token=')[1];
    const giulia = visitor();
    const { body } = await giulia.ask<Me>('POST', '/api/tokens/redeem', { token, password: PASSWORD });
    expect(body).toMatchObject({
      name: 'Giulia Prova',
      country: 'IT',
      language: 'it',
      grants: [{ role: 'translator', outputId: null, chapterId: null, language: 'it' }],
    });
    expect((await visitor().signIn('giulia@example.it')).status).toBe(200);
    expect((await visitor().ask('POST', '/api/tokens/redeem', { token, password: PASSWORD })).status).toBe(
      410,
    );
  });

  it.each([
    ['commas, header', 'name,email,partner,role,language\nA B,a@x.org,FI-1,author,fi'],
    [
      'semicolons, as Excel writes in Europe',
      'name;email;partner;role;language\r\nA B;a@x.org;FI-1;author;fi\r\n',
    ],
    ['byte order mark, other order', '\uFEFFrole;partner;name;email\r\nAuthor;fi-1;A B;A@X.org'],
    ['no header', 'A B,a@x.org,FI-1,author,fi'],
    ['quoted cells', '"name","email","partner","role"\n"A B","a@x.org","FI-1","author"'],
    ['tabs', 'name\temail\tpartner\trole\nA B\ta@x.org\tFI-1\tauthor'],
    ['Excel’s separator line', 'sep=;\nname;email;partner;role\nA B;a@x.org;FI-1;author'],
    ['German header with an extra column', 'Nr;Name;E-Mail;Partner;Rolle\n1;A B;a@x.org;FI-1;author'],
    [
      'partner by its full name, blank lines',
      '\n\nname,email,partner,role\n\nA B,a@x.org,"Sample science education centre, Finland",author\n\n,,,\n',
    ],
    ['old Mac line ends', 'name,email,partner,role\rA B,a@x.org,FI-1,author'],
    ['a quoted name over two lines', 'name,email,partner,role\n"A\nB",a@x.org,FI-1,author'],
  ])('[P7] reads %s', async (_, csv) => {
    const { report, accounts } = await importing(csv);
    expect(report.rejected).toEqual([]);
    expect(report.imported).toMatchObject([{ name: 'A B', email: 'a@x.org' }]);
    expect(accounts.find(({ email }) => email === 'a@x.org')).toMatchObject({
      partnerId: 'partner-fi-1',
      language: 'fi',
      grants: [{ role: 'author', outputId: null, chapterId: null, language: null }],
    });
  });

  it.each([
    [',b@x.org,FI-1,author,', 'name-missing', ''],
    ['B,,FI-1,author,', 'email-invalid', ''],
    ['B,root@example.org,FI-1,author,', 'email-taken', 'root@example.org'],
    ['B,b@x.org,,author,', 'partner-unknown', ''],
    ['B,b@x.org,FI-1,king,', 'role-unknown', 'king'],
    ['B,b@x.org,FI-1,translator,', 'language-unknown', ''],
    ['B,b@x.org,FI-1,author,xx', 'language-unknown', 'xx'],
    ['B,b@x.org', 'wrong-number-of-columns', '2'],
    ['B,b@x.org,FI-1,author,fi,more', 'wrong-number-of-columns', '6'],
    ['"B,b@x.org,FI-1,author,', 'quotes-unbalanced', ''],
    ['B "x" y",b@x.org,FI-1,author,', 'quotes-unbalanced', ''],
  ])('[P7] %s is reported as %s; the lines around it are taken', async (line, problem, value) => {
    const csv = `name,email,partner,role,language\nA,a@x.org,FI-1,author,\n${line}\nC,c@x.org,FI-1,author,\nD,d@x.org,FI-1,author,`;
    const { report } = await importing(csv);
    expect(report.imported.map(({ line: at, name }) => [at, name])).toEqual([
      [2, 'A'],
      [4, 'C'],
      [5, 'D'],
    ]);
    expect(report.rejected).toMatchObject([{ line: 3, problem, value }]);
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n\n'],
    ['a header without mail', 'name,partner,role\nA,FI-1,author'],
  ])('[P7] %s is refused as a whole', async (_, csv) => {
    const { reply } = await importing(csv);
    expect([reply.status, (reply.body as unknown as { code: string }).code]).toEqual([422, 'invalid-input']);
  });

  it('[P7] a file that is no CSV at all is reported line by line, and imports nobody', async () => {
    const rubbish = Array.from({ length: 50 }, (_, index) => `%PDF-1.${index} \u0000\u0001"`).join('\n');
    const { reply, accounts } = await importing(rubbish);
    expect([200, 422]).toContain(reply.status);
    expect(accounts).toHaveLength(2);
  });

  it('[P7] importing the same file twice takes nobody twice', async () => {
    const csv = 'name,email,partner,role\nA,a@x.org,FI-1,author';
    const { admin } = await importing(csv);
    const again = await admin.ask<ImportReport>('POST', '/api/people/import', { csv });
    expect(again.body).toMatchObject({ imported: [], rejected: [{ line: 2, problem: 'email-taken' }] });
  });
});
