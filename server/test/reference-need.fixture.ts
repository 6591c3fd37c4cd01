/**
 * What may happen to a need and what becomes of it, said a second time: written from WORKFLOW §1–2, without a look at
 * the tables of `shared/` or at a guard of the server. The random walk asks both and compares. Time stands nearly
 * still, except for the act `wait`; an order that has lived through one is `late`, and nobody asks for what has a
 * time limit of its own on it any more.
 */
export const departments = ['chengguan', 'weijian', 'zhujian'] as const
export type Department = (typeof departments)[number]

export interface Who {
  account: string
  role: 'complainant' | 'stranger' | 'handler' | 'reviewer' | 'dispatcher' | 'supervisor'
  department: Department | null
}

export const acts = [
  ...[
    'dispatch',
    'reject',
    'appeal',
    'withdraw',
    'correctCategory',
    'merge',
    'split',
    'ask',
    'supply',
    'plan',
  ],
  ...['resume', 'rateWell', 'rateBadly', 'conclude', 'reopen', 'wait'],
  ...['accept', 'contact', 'assist', 'waive', 'extend', 'grant', 'refuse', 'requestReturn', 'keep', 'passOn'],
  ...['submitAnswer', 'approve', 'sendBack'],
] as const
export const orderActs: ReadonlySet<string> = new Set(acts.slice(acts.indexOf('accept')))

export interface Attempt {
  act: string
  who: Who
  /** Which of the orders, for an act on an order. */
  order: number
  /** To whom it is dispatched, or who helps. */
  department: Department
}

export interface ReferenceOrder {
  department: Department
  role: 'lead' | 'assist'
  round: number
  state: string
  isAccepted: boolean
  isContacted: boolean
  extension: 'none' | 'asked' | 'decided'
  isLate: boolean
}

const open = ['pending', 'working', 'returning', 'reviewing']
/** After the second rework. */
const STRICT = 3

export class ReferenceNeed {
  state = 'submitted'
  round = 1
  orders: ReferenceOrder[] = []
  private lead: Department | null = null
  private rejecter: string | null = null
  private hasAppealed = false
  private hasReopened = false
  private asked = 0
  private readonly returns = { lead: [] as Department[], assist: [] as Department[] }
  private readonly ratings = new Map<number, 'good' | 'bad'>()
  private readonly reviewers = new Map<number, string[]>()
  private signer: { round: number; account: string } | null = null
  private before: { state: string; orders: string[] } | null = null

  /** Whether nothing can lead on from here. */
  get isOver(): boolean {
    return (
      this.is('withdrawn') ||
      (this.is('closed') && this.hasReopened) ||
      (this.is('rejected') && this.hasAppealed)
    )
  }

  /** Whether nobody can say without a calendar; such an act is not tried. */
  isUnsure({ act, order: index }: Attempt): boolean {
    const order = act === 'ask' ? this.leadOrder : this.orders[index]
    return Boolean(order?.isLate) && ['ask', 'extend', 'requestReturn'].includes(act)
  }

  allows(attempt: Attempt): boolean {
    if (!orderActs.has(attempt.act)) return this.allowsOnNeed(attempt)
    const order = this.orders[attempt.order]
    return order !== undefined && this.allowsOnOrder(attempt, order)
  }

  apply(attempt: Attempt): void {
    const order = this.orders[attempt.order]
    if (!orderActs.has(attempt.act)) this.applyToNeed(attempt)
    else if (order) this.applyToOrder(attempt, order)
  }

  private get leadOrder(): ReferenceOrder | undefined {
    return this.orders.find(({ role, state }) => role === 'lead' && open.includes(state))
  }

  private get openAssists(): ReferenceOrder[] {
    return this.orders.filter(({ role, state }) => role === 'assist' && open.includes(state))
  }

  private is(...states: string[]): boolean {
    return states.includes(this.state)
  }

  private allowsOnNeed({ act, who }: Attempt): boolean {
    const isOwner = who.role === 'complainant'
    const isDispatcher = who.role === 'dispatcher'
    const isSupervisor = who.role === 'supervisor'
    const leadWorks = this.leadOrder?.state === 'working'
    switch (act) {
      case 'dispatch':
      case 'reject':
        return isDispatcher && this.is('submitted') && who.account !== this.rejecter
      case 'appeal':
        return isOwner && this.is('rejected') && !this.hasAppealed
      case 'withdraw':
        return isOwner && this.is('submitted', 'dispatched', 'handling', 'waiting')
      case 'correctCategory':
        return isOwner && this.is('submitted', 'dispatched')
      case 'merge':
        return isDispatcher && this.is('submitted', 'dispatched', 'handling')
      case 'split':
        return isDispatcher && this.is('merged')
      case 'ask':
        return this.isHandler(who, this.lead) && this.is('handling') && leadWorks && this.asked < 2
      case 'supply':
        return isOwner && this.is('waiting')
      case 'plan':
        return isSupervisor && this.is('handling') && leadWorks
      case 'resume':
        return isSupervisor && this.is('planned')
      case 'rateWell':
        return isOwner && (this.is('answered') || this.canAdd('good'))
      case 'rateBadly':
        return isOwner && (this.is('answered') || this.canAdd('bad'))
      case 'conclude':
        return isSupervisor && this.is('answered') && this.canConclude(who.account)
      case 'reopen':
        return isOwner && this.is('closed') && !this.hasReopened
      default:
        return this.is('waiting', 'answered', 'planned')
    }
  }

  /** The second tap of a rating: after a good one the need can still go back; after that, only what was said stays. */
  private canAdd(verdict: 'good' | 'bad'): boolean {
    if (this.is('closed')) return this.ratings.has(this.round)
    return this.is('handling') && this.ratings.get(this.round - 1) === verdict
  }

  private canConclude(account: string): boolean {
    const isBad = this.round >= STRICT && this.ratings.get(this.round - 1) === 'bad'
    return isBad && (this.signer?.round !== this.round || this.signer.account !== account)
  }

  private isHandler({ role, department }: Who, of: Department | null): boolean {
    return role === 'handler' && department === of
  }

  private allowsOnOrder({ act, who, department }: Attempt, order: ReferenceOrder): boolean {
    const isOwn = this.isHandler(who, order.department)
    const isLead = order.role === 'lead'
    const isRunning = !isLead || this.is('dispatched', 'handling')
    const works = order.state === 'working'
    switch (act) {
      case 'accept':
        return isOwn && order.state === 'pending'
      case 'contact':
        return isOwn && works
      case 'assist':
        return (
          (isOwn || who.role === 'dispatcher') &&
          isLead &&
          ['pending', 'working'].includes(order.state) &&
          department !== order.department &&
          !this.openAssists.some((each) => each.department === department)
        )
      case 'waive':
        return !isLead && this.isHandler(who, this.lead) && open.includes(order.state)
      case 'extend':
        return isOwn && works && isRunning && order.extension === 'none'
      case 'grant':
        return who.role === 'supervisor' && works && isRunning && order.extension === 'asked'
      case 'refuse':
        return who.role === 'supervisor' && works && order.extension === 'asked'
      case 'requestReturn': {
        const requests = this.returns[order.role]
        const isFree = requests.length < 2 && !requests.includes(order.department)
        return (
          isOwn && ['pending', 'working'].includes(order.state) && isRunning && isFree && order.round < STRICT
        )
      }
      case 'keep':
        return who.role === 'dispatcher' && order.state === 'returning'
      case 'passOn':
        return (
          who.role === 'dispatcher' &&
          order.state === 'returning' &&
          department !== order.department &&
          !this.orders.some((each) => open.includes(each.state) && each.department === department)
        )
      case 'submitAnswer':
        return isOwn && works && isRunning && order.isContacted && (!isLead || this.openAssists.length === 0)
      case 'approve':
        return this.isReviewer(who, order) && order.state === 'reviewing' && !this.hasReviewed(who, order)
      default:
        return this.isReviewer(who, order) && order.state === 'reviewing'
    }
  }

  /** Of the department; from the second rework on a supervisor too, for there has to be somebody else. */
  private isReviewer({ role, department }: Who, order: ReferenceOrder): boolean {
    return (
      (role === 'reviewer' && department === order.department) ||
      (role === 'supervisor' && order.round >= STRICT)
    )
  }

  private hasReviewed({ account }: Who, { round }: ReferenceOrder): boolean {
    if (round < STRICT) return false
    return [...this.reviewers].some(([earlier, accounts]) => earlier < round && accounts.includes(account))
  }

  private applyToNeed({ act, who, department }: Attempt): void {
    switch (act) {
      case 'dispatch':
        this.dispatch(department)
        return
      case 'reject':
        this.state = 'rejected'
        this.rejecter = who.account
        return
      case 'appeal':
        this.state = 'submitted'
        this.hasAppealed = true
        return
      case 'withdraw':
        this.state = 'withdrawn'
        this.cancelOrders()
        return
      case 'correctCategory':
        this.cancelOrders()
        this.dispatch('weijian')
        return
      case 'merge':
        this.before = { state: this.state, orders: this.orders.map(({ state }) => state) }
        this.state = 'merged'
        this.cancelOrders()
        return
      case 'split':
        this.state = this.before?.state ?? ''
        for (const [index, order] of this.orders.entries()) order.state = this.before?.orders[index] ?? ''
        return
      case 'ask':
        this.state = 'waiting'
        this.asked += 1
        return
      case 'plan':
        this.state = 'planned'
        return
      case 'supply':
      case 'resume':
        this.state = 'handling'
        return
      case 'rateWell':
        this.rate('good')
        return
      case 'rateBadly':
        this.rate('bad')
        return
      case 'conclude':
        if (this.signer?.round === this.round) this.state = 'closed'
        else this.signer = { round: this.round, account: who.account }
        return
      case 'reopen':
        this.hasReopened = true
        this.rework()
        return
      default:
        this.state = this.is('answered') ? 'closed' : 'handling'
        for (const order of this.orders) order.isLate = true
    }
  }

  private applyToOrder({ act, who, department }: Attempt, order: ReferenceOrder): void {
    switch (act) {
      case 'accept':
        order.state = 'working'
        order.isAccepted = true
        if (order.role === 'lead' && this.is('dispatched')) this.state = 'handling'
        return
      case 'contact':
        order.isContacted = true
        return
      case 'assist':
        this.open(department, 'assist')
        return
      case 'waive':
        order.state = 'cancelled'
        return
      case 'extend':
        order.extension = 'asked'
        return
      case 'grant':
      case 'refuse':
        order.extension = 'decided'
        return
      case 'requestReturn':
        order.state = 'returning'
        this.returns[order.role].push(order.department)
        return
      case 'keep':
        order.state = order.isAccepted ? 'working' : 'pending'
        return
      case 'passOn':
        order.state = 'returned'
        this.open(department, order.role)
        return
      case 'submitAnswer':
        order.state = 'reviewing'
        return
      case 'approve':
        order.state = 'done'
        this.reviewers.set(order.round, [...(this.reviewers.get(order.round) ?? []), who.account])
        if (order.role === 'lead') this.state = 'answered'
        return
      default:
        order.state = 'working'
    }
  }

  private dispatch(department: Department): void {
    this.state = 'dispatched'
    this.open(department, 'lead')
  }

  private rate(verdict: 'good' | 'bad'): void {
    // What is added while the need is worked on again changes nothing.
    if (this.is('handling')) return
    this.ratings.set(this.round, verdict)
    if (verdict === 'bad') this.rework()
    else this.state = 'closed'
  }

  private rework(): void {
    this.state = 'handling'
    this.round += 1
    if (this.lead) this.open(this.lead, 'lead')
  }

  private cancelOrders(): void {
    for (const order of this.orders) if (open.includes(order.state)) order.state = 'cancelled'
  }

  private open(department: Department, role: ReferenceOrder['role']): void {
    if (role === 'lead') this.lead = department
    this.orders.push({
      department,
      role,
      round: this.round,
      state: 'pending',
      isAccepted: false,
      isContacted: false,
      extension: 'none',
      isLate: false,
    })
  }
}
