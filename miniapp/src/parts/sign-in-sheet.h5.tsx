import { useShown } from '@/hooks/use-shown'
import { signInByPhone } from '@/services/sessions'
import { keepSession } from '@/stores/session'
import { endSignIn, useSignIn } from '@/stores/sign-in'
import { Sheet } from '@/ui'
import { words } from '@/words'
import { signInWords } from '@/words-me'
import { PhoneAndCode } from './phone-and-code'

async function signIn(phone: string, code: string) {
  keepSession('resident', await signInByPhone(phone, code))
  endSignIn(true)
}

/** Phone and code, only when somebody asked for the resident. What waited for it goes on by itself. */
export function SignInSheet() {
  const asked = useSignIn((state) => state.asked)
  const shown = useShown()
  return (
    <Sheet
      open={asked && shown}
      title={signInWords.title}
      hint={signInWords.hint}
      closeLabel={words.close}
      onClose={() => endSignIn(false)}
    >
      <PhoneAndCode focus enterWords={signInWords.enter} onProved={signIn} />
    </Sheet>
  )
}
