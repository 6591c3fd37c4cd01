/** By what the figures are grouped in the database. An area is a street or town. */
export const dimensions = ['department', 'field', 'area', 'community', 'source'] as const
export type Dimension = (typeof dimensions)[number]

/** Who filed: the resident, or a grid worker on a resident's behalf. */
export const needSources = ['resident', 'gridWorker'] as const
export type NeedSource = (typeof needSources)[number]

/** The whole district; else the id of a department or of a town. */
export const everything = ''
