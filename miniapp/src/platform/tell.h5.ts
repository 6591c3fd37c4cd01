import Taro from '@tarojs/taro'
import { passing } from './passing'

/** Says something in passing, to screen readers too; what lies below can be pressed meanwhile. */
export function tell(title: string): void {
  void Taro.showToast(passing(title))
  document.querySelector('.taro__toast')?.setAttribute('role', 'alert')
}
