import { View } from '@tarojs/components'
import { formatDay, gridTaskKindWords } from '@minsheng/shared'
import { go } from '@/routes'
import type { GridTaskView } from '@/services/api'
import { Blank, Press, Tag, Track } from '@/ui'
import { gridWords, taskWords } from '@/words-grid'
import styles from './grid.module.scss'
import { useTasks } from './use-grid'

export function TaskList() {
  const tasks = useTasks()
  if (!tasks.length) {
    return (
      <Blank icon="check" title={gridWords.noTasksTitle}>
        {gridWords.noTasks}
      </Blank>
    )
  }
  return (
    <>
      {tasks.map((task) => (
        <Press key={task.id} role="link" className={styles.row} onPress={() => void go.task(task.id)}>
          <View className={styles.top}>
            <View className={styles.title}>{task.title}</View>
            <Tag tone={isDone(task) ? 'done' : 'plain'}>{gridTaskKindWords[task.kind]}</Tag>
          </View>
          <TaskProgress task={task} />
        </Press>
      ))}
    </>
  )
}

const isDone = ({ reported, total }: GridTaskView) => reported >= total

export function TaskProgress({ task }: { task: GridTaskView }) {
  const words = taskWords.progress(task.reported, task.total)
  return (
    <>
      <View className={styles.small}>
        {words}，{taskWords.due(formatDay(task.dueOn, new Date()))}
      </View>
      <Track share={task.total ? task.reported / task.total : 0} label={words} />
    </>
  )
}
