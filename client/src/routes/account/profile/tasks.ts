import type { ProfileTasksQuery } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/people.ts';
import type { Task } from '#lib/ui/task.ts';

type Own = NonNullable<ProfileTasksQuery['viewer']>['profile'];

/** The parts of a profile, each with how far it has come. */
export function profileTasks(profile: Own): Task[] {
  const isToldAbout = Boolean(profile.headline && profile.profession && profile.about);
  const isAvailable = Boolean(profile.availability?.length) && profile.hoursAMonth !== null;
  const expertise = profile.expertise?.length ?? 0;
  const hidden = (profile.fieldVisibility ?? []).filter(({ visibility }) => visibility !== 'MEMBERS').length;
  return [
    {
      name: say.taskAbout(),
      href: '/account/profile/about',
      hint: say.taskAboutHint(),
      status: isToldAbout ? say.completed() : say.incomplete(),
      isDone: isToldAbout,
    },
    {
      name: say.taskExpertise(),
      href: '/account/profile/expertise',
      hint: say.taskExpertiseHint(),
      status: expertise ? say.added({ count: expertise }) : say.notStarted(),
      isDone: expertise > 0,
    },
    {
      name: say.taskEvidence(),
      href: '/account/profile/evidence',
      hint: say.taskEvidenceHint(),
      status: profile.evidenceCount ? say.added({ count: profile.evidenceCount }) : say.notStarted(),
      isDone: profile.evidenceCount > 0,
    },
    {
      name: say.taskLanguages(),
      href: '/account/profile/languages',
      hint: say.taskLanguagesHint(),
      status: spokenAndSeen(profile),
      isDone: Boolean(profile.languages?.length),
    },
    {
      name: say.taskAvailability(),
      href: '/account/profile/availability',
      hint: say.taskAvailabilityHint(),
      status: !isAvailable
        ? say.incomplete()
        : profile.openToMatching
          ? say.openToMatching()
          : say.notOpenToMatching(),
      isDone: isAvailable && profile.openToMatching === true,
    },
    {
      name: say.taskVisibility(),
      href: '/account/profile/visibility',
      hint: say.taskVisibilityHint(),
      status: hidden ? say.chosen({ count: hidden }) : say.asUsual(),
      isDone: true,
    },
  ];
}

function spokenAndSeen({ languages, countryExperience }: Own): string {
  if (!languages?.length) return say.notStarted();
  const told = [say.languageCount({ count: languages.length })];
  if (countryExperience?.length) told.push(say.countryCount({ count: countryExperience.length }));
  return told.join(', ');
}
