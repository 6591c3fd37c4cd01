import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant } from '../platform/database/index.js'

/** 并案: a need that follows another one. Gone once it is split off or answered; the events remember. */
@Entity('merged_need')
@Index('ix_merged_need_master', ['masterId', 'submittedAt', 'needId'])
export class MergedNeed {
  @PrimaryColumn(id()) needId: string
  @Column(id()) masterId: string
  /** When the need was filed, so that those of a master are listed in that order by the index. */
  @Column(instant()) submittedAt: Date
}
