/** Whether a value is one that nothing can be measured by: 提高, 有所改善, 完成工作任务. */

// Only whole values: 提高10个百分点, 达到国家标准 and 通过验收 can all be checked.
const vague =
  /^(?:(?:显著|明显|有所|持续|不断|逐步|逐年|有效|进一步|大幅|大力|稳步|切实|较大|得到|基本)*(?:提高|提升|增强|加强|改善|好转|完善|优化|降低|下降|减少|增加|增长|促进|推进|推动|推开|加快|规范|保障)(?:明显|显著)?|(?:持续|长期|可持续|有效|积极|正面)影响|(?:较|比较|基本|非常)?(?:合理|及时|良好|较高|较好|满意)|(?:按要求|及时|顺利|按时|按期|如期|按计划)?完成(?:工作|任务|工作任务)?|合理(?:控制|支出)|[≥≤＞＜]?(?:若干|多|适量|一定数量的?)[^\d]{0,3})$/u;

export function isVague(value: string): boolean {
  return vague.test(value.replace(/[\s，。；,;.]+/gu, ""));
}
