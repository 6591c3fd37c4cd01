import { Button, Text, type ButtonProps } from '@tarojs/components'
import look from './button.module.scss'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import styles from './native-button.module.scss'

interface NativeButtonProps extends Pick<
  ButtonProps,
  'id' | 'openType' | 'onGetPhoneNumber' | 'onAgreePrivacyAuthorization' | 'disabled'
> {
  children: string
  icon?: IconName
}

/** WeChat's own button, for what WeChat gives to its own button alone; dressed as ours. */
export function NativeButton({ children, icon, ...native }: NativeButtonProps) {
  return (
    <Button {...native} className={cx(look.button, look.main, styles.native)} hoverClass="pressed">
      {icon && <Icon name={icon} />}
      <Text>{children}</Text>
    </Button>
  )
}
