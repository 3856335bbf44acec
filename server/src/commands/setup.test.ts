import { expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { Person, Role } from '../people/person.ts';
import { StartupProblem } from '../platform/startup.ts';
import { firstAdmin } from './setup.ts';

const NEW = { email: 'rune@example.org', name: 'Rune Halvard' };

async function start() {
  const { ada, meera } = await cast();
  const app = await hub();
  const em = app.orm.em.fork();
  await em.nativeDelete(Person, { id: ada.id });
  return { app, em, meera };
}

test('the link chooses the first admin’s password, once', async () => {
  const { app } = await start();
  const { person, token } = await firstAdmin(app, NEW);
  expect(person).toMatchObject({
    role: Role.ADMIN,
    displayName: 'Rune Halvard',
    handle: expect.stringMatching(/^rune-halvard-/),
  });

  const choose = (newPassword: string) => app.signIn.api.resetPassword({ body: { token, newPassword } });
  await choose('a long enough password');
  await expect(choose('another long password')).rejects.toThrow();
  const { user } = await app.signIn.api.signInEmail({
    body: { email: NEW.email, password: 'a long enough password' },
  });
  expect(user.id).toBe(person.id);

  await expect(firstAdmin(app, { email: 'second@example.org', name: 'Second' })).rejects.toThrow(
    StartupProblem,
  );
});

test('a link that was lost is made again, for whoever has an account already too', async () => {
  const { app, em, meera } = await start();
  const lost = await firstAdmin(app, NEW);
  const again = await firstAdmin(app, NEW);
  expect(again.person.id).toBe(lost.person.id);
  expect(again.token).not.toBe(lost.token);

  const known = await firstAdmin(app, { email: 'meera@example.org', name: 'Somebody else' });
  expect(known.person).toMatchObject({ id: meera.id, displayName: 'Meera Vallathur' });
  expect((await em.findOneOrFail(Person, { id: meera.id })).role).toBe(Role.ADMIN);
});
