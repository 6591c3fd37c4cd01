import { deskFigureScenes } from './desk-figures.scenes'
import { deskFormScenes } from './desk-forms.scenes'
import { deskScenes } from './desk.scenes'
import { gridScenes } from './grid.scenes'
import { publicScenes } from './public.scenes'
import { residentScenes } from './resident.scenes'
import type { Scene } from './scene'

/** Every page of app.config.ts is among them, else a test fails. */
export const scenes: Scene[] = [
  ...residentScenes,
  ...publicScenes,
  ...deskScenes,
  ...deskFormScenes,
  ...deskFigureScenes,
  ...gridScenes,
]
