/** Roles of persons. DESIGN, "Who uses it". A resident has exactly one; staff have one or more. */
export const roles = [
  'resident',
  'gridWorker',
  'handler',
  'dispatcher',
  'reviewer',
  'supervisor',
  'leader',
  'administrator',
] as const
export type Role = (typeof roles)[number]

export const roleWords: Record<Role, string> = {
  resident: '居民',
  gridWorker: '网格员',
  handler: '承办人',
  dispatcher: '分拨员',
  reviewer: '审核人',
  supervisor: '督办员',
  leader: '领导',
  administrator: '管理员',
}

/**
 * What a role may ask of the server at all. Whether it may ask it of this very need or order (own, own
 * department, own area) is decided where the need is loaded. A route names exactly one of these.
 */
export const permissions = {
  'need.submit': ['resident', 'gridWorker'],
  'need.own': ['resident', 'gridWorker'],
  'need.act': ['resident', 'gridWorker', 'dispatcher'],
  'need.triage': ['dispatcher'],
  'need.ask': ['handler'],
  'need.supervise': ['supervisor'],
  'attachment.upload': ['resident', 'gridWorker', 'handler', 'reviewer', 'leader'],
  'workOrder.read': ['handler', 'reviewer', 'dispatcher', 'supervisor', 'leader'],
  'workOrder.act': ['handler', 'reviewer', 'dispatcher', 'supervisor'],
  'workOrder.contactPhone': ['handler'],
  'supervision.read': ['handler', 'reviewer', 'dispatcher', 'supervisor', 'leader'],
  'supervision.issue': ['supervisor'],
  'needGroup.read': ['dispatcher', 'supervisor'],
  'needGroup.settle': ['dispatcher'],
  'scores.read': ['leader', 'supervisor', 'administrator'],
  'scores.exclude': ['supervisor'],
  'scores.scheme': ['administrator'],
  'exports.own': ['leader', 'supervisor', 'administrator'],
  'monthlyTopic.choose': ['leader', 'administrator'],
  'person.self': [...roles],
  'person.phone': ['resident'],
  'person.realName': ['resident'],
  'subscription.own': ['resident'],
  'outbox.manage': ['administrator'],
  'complaint.own': ['resident'],
  'complaint.handle': ['supervisor'],
  'callBack.make': ['supervisor'],
  'complaint.evidence': ['reviewer', 'leader'],
  'safety.decide': ['dispatcher'],
  'deadlines.manage': ['administrator'],
  'routing.read': ['dispatcher', 'supervisor', 'administrator'],
  'routing.manage': ['administrator'],
  'grid.work': ['gridWorker'],
  'grid.coverage': ['gridWorker', 'leader', 'supervisor', 'administrator'],
  'household.keep': ['administrator'],
  'grid.assign': ['leader', 'supervisor', 'administrator'],
  'need.claim': ['resident'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof permissions

/** Whether any of a person's roles carries the permission. */
export const isPermitted = (permission: Permission, held: readonly Role[]): boolean =>
  held.some((role) => (permissions[permission] as readonly Role[]).includes(role))
