import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id } from '../platform/database/index.js'

/** 并案: a need that follows another one. Gone once it is split off or answered; the events remember. */
@Entity('merged_need')
@Index('ix_merged_need_master', ['masterId', 'needId'])
export class MergedNeed {
  @PrimaryColumn(id()) needId: string
  @Column(id()) masterId: string
}
