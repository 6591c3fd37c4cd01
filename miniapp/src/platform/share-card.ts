import { shareWords } from '@/words'

/** Our own picture: WeChat's would be one of the page, with what somebody is writing on it. */
const imageUrl = '/assets/share-card.png'

/** What a friend is sent; nothing of whoever sends it. */
export const shareCard = (path: string, title: string = shareWords.title) => ({ title, path, imageUrl })
