import { View } from '@tarojs/components'
import { useShown } from '@/hooks/use-shown'
import { openPrivacyContract } from '@/platform/privacy.weapp'
import { answerPrivacy, usePrivacy } from '@/stores/privacy'
import { words } from '@/words'
import { privacyWords } from '@/words-me'
import { Button } from './button'
import { NativeButton } from './native-button.weapp'
import { Sheet } from './sheet'

const AGREE = 'agree-privacy'

/** Before something private is used for the first time: what for, the whole text, and either answer goes on. */
export function PrivacySheet() {
  const { waiting, contract } = usePrivacy()
  const shown = useShown()
  return (
    <Sheet
      open={waiting.length > 0 && shown}
      title={privacyWords.title}
      hint={privacyWords.hint}
      closeLabel={words.close}
      onClose={() => answerPrivacy(null)}
    >
      <View>{privacyWords.why(contract)}</View>
      <Button look="quiet" onPress={() => void openPrivacyContract()}>
        {privacyWords.contract(contract)}
      </Button>
      <NativeButton
        id={AGREE}
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answerPrivacy(AGREE)}
      >
        {privacyWords.agree}
      </NativeButton>
      <Button look="quiet" onPress={() => answerPrivacy(null)}>
        {privacyWords.disagree}
      </Button>
    </Sheet>
  )
}
