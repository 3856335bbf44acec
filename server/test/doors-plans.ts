import { sends, signedIn, type Door } from './doors.ts';

const STAFF_ONLY = signedIn('NOT_FOUND');
const PLAN = 'plan { state }';

/** Plans over open requests. Hana’s proposes Kofi for her open request; Ada’s is being made. */
export const PLANS: Door[] = [
  {
    field: 'Query.plans',
    ask: () => ({ query: '{ plans { id state } }' }),
    answers: { ...STAFF_ONLY, staff: 'open', otherStaff: 'empty', admin: 'open' },
  },
  {
    field: 'Query.plan',
    at: 'a plan over the requests of one programme',
    ask: ({ plans }) => ({
      query: 'query ($planId: ID!) { plan(id: $planId) { state requests { seats { person { handle } } } } }',
      variables: { planId: plans.proposed.id },
    }),
    answers: { ...STAFF_ONLY, staff: 'open' },
  },
  {
    ...sends('makePlan', PLAN, () => ({
      rules: [{ kind: 'AT_LEAST', seats: 1, group: 'PROFESSION', value: 'Midwife' }],
    })),
    at: 'the requests of one’s own programmes',
    answers: {
      ...STAFF_ONLY,
      staff: 'open',
      otherStaff: 'refused WRONG_STATE',
      admin: 'refused WRONG_STATE',
    },
  },
  {
    ...sends('cancelPlan', PLAN, ({ plans }) => ({ planId: plans.making.id })),
    at: 'a plan that is being made, over a request of another programme',
    answers: { ...STAFF_ONLY, staff: 'refused NOT_ALLOWED', admin: 'open' },
  },
  {
    ...sends('acceptPlan', PLAN, ({ plans }) => ({ planId: plans.proposed.id, seatIds: [plans.seat.id] })),
    at: 'a plan over the requests of one programme',
    answers: { ...STAFF_ONLY, staff: 'open' },
  },
  {
    ...sends('discardPlan', PLAN, ({ plans }) => ({ planId: plans.proposed.id })),
    at: 'a plan over the requests of one programme',
    answers: { ...STAFF_ONLY, staff: 'open' },
  },
];
