import { Module } from '@nestjs/common'
import { Deadlines } from './deadlines.js'

@Module({ providers: [Deadlines], exports: [Deadlines] })
export class DeadlinesModule {}
