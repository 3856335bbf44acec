/** What the script of a route is called in the build: that of '/requests/[id]' is 'live/requests-id', that of '/' 'live/home'. */
export function scriptName(routeId: string): string {
  return `live/${routeId.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '') || 'home'}`;
}
