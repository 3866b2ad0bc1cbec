// Firms as they would answer: part of a question → what is answered.
//
//     'trade value'        text for a box to type in
//     ['option', …]        boxes to tick
//     { one: 'option' }    one of several, or of a drop-down list
//     { rows: [table, …], more: true }   rows of a list, and whether there are others
//     NONE, NOT_SURE       there is nothing to list; 不清楚

export const NOT_SURE = Symbol('不清楚');
export const NONE = Symbol('没有');

const yes = { one: '是' };
const no = { one: '否' };

/** A firm of Lhasa before anything else is said of it. */
export const ENTERPRISE = {
  查看哪些地区的政策: ['拉萨市'],
  以什么身份申报: ['企业'],
  企业在哪里注册: ['拉萨市'],
};

/** An exhibition the firm went to on its own. */
function exhibition(date, booth, construction, freight, travel) {
  return {
    这次是怎么参展的: { one: '企业自主参展' },
    哪一天开展: date,
    展位费多少: booth,
    展位搭建费多少: construction,
    展品运输费多少: freight,
    参展人员差旅费多少: travel,
    招商宣传费多少: '0',
    第三方委托承办费多少: '0',
  };
}

/** Invoices of third-party platforms. */
export const PLATFORM_INVOICE = { 这张发票多少钱: '100,000', 是不是营销物流网点发生的网络平台费: no };

/**
 * A traditional trader. Nothing about it is missing. By hand:
 *
 * 第二条: 1,200,000元 ≥ 100万元; 30% × (40万 + 0 + 10万) = 15万元, under the 50万元 there are.
 * 第六条: 70% × 13万 = 9.1万元; 70% × 18万 = 12.6万元, kept at the 10万元 of one exhibition;
 *   together 19.1万元, under the 20万元 of one year. 不超过: a ceiling.
 * 第七条: 2,400,000 USD is not above 300万美元, so 自治区商务厅 pays up to the whole premium, 6万元.
 */
export const TRADER = {
  ...ENTERPRISE,
  企业是否开展跨境电子商务业务: yes,
  年跨境电商交易额是多少: '1,200,000',
  传统外贸企业: yes,
  上年度出口额是多少美元: '2,400,000',
  拉萨市跨境电子商务示范企业: { one: '未通过认定' },
  本地生产型出口企业: no,
  跨境电商网络广告花了多少钱: '400,000',
  网站建设花了多少钱: '0',
  第三方电商平台: { rows: [PLATFORM_INVOICE] },
  企业设立了哪些营销物流网点: NONE,
  企业是否投资建设了公共海外仓: no,
  租赁海外仓发生了哪些费用: NONE,
  参加了哪些境内外展会: {
    rows: [
      exhibition('2026-3-1', '60,000', '30,000', '20,000', '20,000'),
      exhibition('2026-9-1', '90,000', '50,000', '20,000', '20,000'),
    ],
  },
  实际支付的出口信用保险保费是多少: '60,000',
  下面哪些项目已经得到: ['没有'],
  与自治区: ['没有'],
};
