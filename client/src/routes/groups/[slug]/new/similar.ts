import { SimilarDiscussions, type SimilarLineFragment } from '#lib/api/generated/operations.ts';

/** What is there already about something like this title. Only a help: when it fails, there is nothing to show. */
export async function similarTo(title: string, groupId: string): Promise<SimilarLineFragment[]> {
  if (title.trim().length < 4) return [];
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SimilarDiscussions.text, variables: { title, groupId } }),
    });
    const { data } = (await response.json()) as {
      data?: { similarDiscussions: SimilarLineFragment[] };
    };
    return data?.similarDiscussions ?? [];
  } catch {
    return [];
  }
}
