import { ask } from './http'
import type { Paged, RoutingView, RuleBody, RuleCheckView, RuleView, WhyView } from './api'

export const whyThere = (needId: string) => ask<WhyView>({ path: `/needs/${needId}/why`, realm: 'staff' })

/** Where a text would go, without filing it. */
export const tryRouting = (text: string, areaId: string) =>
  ask<RoutingView>({ path: '/routing/trial', method: 'POST', body: { text, areaId }, realm: 'staff' })

/** What rules are listed by, one of them. */
export type RulesBy = Partial<Record<'categoryId' | 'departmentId' | 'areaId', string>>

export const rules = (by: RulesBy, cursor: string | null) =>
  ask<Paged<RuleView>>({ path: '/routing/rules', query: { ...by, cursor }, realm: 'staff' })

export const addRule = (body: RuleBody) =>
  ask<RuleView>({ path: '/routing/rules', method: 'POST', body, realm: 'staff' })

export const changeRule = (ruleId: string, body: RuleBody) =>
  ask<RuleView>({ path: `/routing/rules/${ruleId}/change`, method: 'POST', body, realm: 'staff' })

/** From now on it says nothing. */
export const endRule = (ruleId: string) =>
  ask<RuleView>({ path: `/routing/rules/${ruleId}/end`, method: 'POST', body: {}, realm: 'staff' })

export const checkRules = () => ask<RuleCheckView>({ path: '/routing/check', realm: 'staff' })
