interface WeChatPhoneProps {
  onPhone: () => void
}

/** A browser knows no phone number. */
export const WeChatPhone: ((props: WeChatPhoneProps) => null) | null = null
