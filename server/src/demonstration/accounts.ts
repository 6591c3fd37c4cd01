import { readSeed, type SeedStaff } from './seed.js'

/** The password of every demonstration account. Only in a database that the demonstration has filled. */
export const demonstrationPassword = 'minsheng-demo'

/** One account for each kind of desk, in the order in which a need meets them. */
const shown = [
  'fenpai',
  'chengguan',
  'chengguan-shenhe',
  'gongshui',
  'duban',
  'lingdao',
  'chengguan-lingdao',
  'wangge',
  'guanli',
]

export async function shownAccounts(): Promise<(SeedStaff & { departmentName: string | null })[]> {
  const [staff, departments] = await Promise.all([readSeed('staff'), readSeed('departments')])
  const names = new Map(departments.map(({ code, name }) => [code, name]))
  return shown.flatMap((account) =>
    staff
      .filter((each) => each.account === account)
      .map((each) => ({ ...each, departmentName: names.get(each.department ?? '') ?? null })),
  )
}
