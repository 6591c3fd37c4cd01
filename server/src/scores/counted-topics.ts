import { type ComplaintAct, complaintActs } from '@minsheng/shared'

/** After which acts, and when which limits pass, a need may count otherwise. */
export const countedTopics: readonly string[] = [
  ...[
    'submitted',
    'dispatched',
    'rejected',
    'withdrawn',
    'merged',
    'split',
    'accepted',
    'contacted',
    'asked',
    'supplied',
    'supplyExpired',
    'planned',
    'resumed',
    'extended',
    'answered',
    'rated',
    'rework',
    'lapsed',
    'concluded',
    'changed',
  ].map((act) => `need.${act}`),
  'order.returnRequested',
  'clock.red',
  ...new Set(complaintActs.map(({ act }): `complaint.${ComplaintAct}` => `complaint.${act}`)),
]
