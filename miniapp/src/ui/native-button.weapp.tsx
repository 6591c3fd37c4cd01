import { Button, Text, type ButtonProps } from '@tarojs/components'
import looks from './button.module.scss'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import styles from './native-button.module.scss'

interface NativeButtonProps extends Pick<
  ButtonProps,
  'id' | 'openType' | 'onGetPhoneNumber' | 'onAgreePrivacyAuthorization' | 'disabled'
> {
  children: string
  look?: 'main' | 'soft'
  icon?: IconName
}

/** WeChat's own button, for what WeChat gives to its own button alone; dressed as ours. */
export function NativeButton({ children, look = 'main', icon, ...native }: NativeButtonProps) {
  return (
    <Button {...native} className={cx(looks.button, looks[look], styles.native)} hoverClass="pressed">
      {icon && <Icon name={icon} />}
      <Text>{children}</Text>
    </Button>
  )
}
