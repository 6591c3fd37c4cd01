import { roleWords } from '@minsheng/shared'
import type { Database } from './database.js'
import { demonstrationPassword, shownAccounts } from './demonstration/index.js'
import { Need } from './handling/index.js'
import type { Config } from './platform/config.js'
import type { StandIns } from './stand-ins/index.js'

type Row = readonly [name: string, ...values: string[]]

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

function table(rows: readonly Row[]): string {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, widthOf(cell))),
    [],
  )
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, i) => pad(cell, widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

const noSms: Row = ['短信', '没有配置（SMS_URL）：验证码和短信通知发不出去，居民请用微信登录']

/** What is printed when the server is ready: where it is, who can sign in, where the data lies. */
export async function welcome(
  config: Config,
  sent: StandIns['messages'],
  { dataSource }: Database,
): Promise<string> {
  const base = `http://localhost:${config.port}`
  const data = config.databaseUrl
    ? `${new URL(config.databaseUrl).host}${new URL(config.databaseUrl).pathname}`
    : `${config.dataDir}/minsheng.sqlite`
  const places: Row[] = [
    ['居民端', `${base}/`],
    ['工作台', `${base}/desk/pages/queue/index`],
    ['接口文档', `${base}/api/docs`],
    ['数据', data],
    ['附件', `${config.dataDir}/attachments`],
    ...sent.map(({ name, url }): Row => [name, `${url}（演示模式下不真发，在这里看）`]),
    ...(config.sms ? [] : [noSms]),
  ]
  const count = await dataSource.manager.count(Need)
  const accounts = config.isDemonstration ? await accountTable() : ''
  return `\n民生直通已启动，现有 ${count} 件诉求\n\n${table(places)}${accounts}\n按 Ctrl-C 停止\n`
}

async function accountTable(): Promise<string> {
  const rows = (await shownAccounts()).map(({ account, name, roles, departmentName }): Row => [
    account,
    demonstrationPassword,
    name,
    roles.map((role) => roleWords[role]).join('、'),
    departmentName ?? '',
  ])
  const resident: Row = ['居民', '任意手机号', '', '验证码会显示在页面上', '']
  return `\n演示账号（只在演示模式下有）\n\n${table([['账号', '密码', '姓名', '角色', '单位'], ...rows, resident])}`
}
