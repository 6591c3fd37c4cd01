import { HOUR, MINUTE } from '@minsheng/shared'
import type { INestApplicationContext } from '@nestjs/common'
import { Complaints } from '../feedback/index.js'
import { Need } from '../handling/index.js'
import { residentPerson, Staff, staffPerson } from '../people/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import type { SettablePresent } from '../platform/present.js'
import { readSeed } from './seed.js'

/** Lives the complaints of `server/seed/complaints.json` through the real service, each at its own time. */
export async function liveComplaints(app: INestApplicationContext, present: SettablePresent): Promise<void> {
  const now = present.now()
  const { reader } = app.get(UnitOfWork)
  const supervisor = staffPerson(await reader.findOneByOrFail(Staff, { account: 'duban' }))
  for (const { need: text, about, minutesAgo, words, response, question } of await readSeed('complaints')) {
    const { id, residentId } = await reader.findOneByOrFail(Need, { text })
    const filedAt = now.getTime() - minutesAgo * MINUTE
    present.set(new Date(filedAt))
    await app.get(UnitOfWork).run(async (tx) => {
      const complaints = app.get(Complaints)
      const [by, said] = [residentPerson({ id: residentId }), words ? { words } : {}]
      const complaint = await (about === 'service'
        ? complaints.fileAboutService(tx, by, said)
        : complaints.file(tx, by, id, said))
      if (!response) return
      present.set(new Date(filedAt + response.after * MINUTE))
      await complaints.respond(tx, supervisor, complaint.id, response.how, response.note)
      if (!question) return
      present.advance(HOUR)
      await complaints.investigate(tx, supervisor, complaint.id, { question })
    })
  }
  present.set(now)
}
