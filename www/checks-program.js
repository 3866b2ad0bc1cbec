// Checks of the program itself: it is opened as on any page, and works out a known case.

import { bad, good } from "./outcome.js";

/** The day of the known case: the notice of Lhasa is in force. */
const DAY = "2026-12-01";

/**
 * The known case, by hand from 拉政发〔2024〕17号, 第二条: 120万元 is not less than 100万元; 30% × (40万元 + 0元 + 10万元) = 15万元, which is
 * under 50万元.
 */
const CASE = {
  applicant: ["enterprise"],
  registered_in: ["lhasa"],
  does_cbec_business: "yes",
  annual_cbec_transaction: "120万元",
  traditional_foreign_trade_firm: "yes",
  online_ad_cost: "40万元",
  website_build_cost: "0元",
  platform_fees: [{ cost: "10万元", for_outlet: "no" }],
};
const [MEASURE, DUE] = ["lhasa-02", "15万元"];

const DO = {
  network: ["请把文件上传完整。", "Upload all files."],
  integrity: ["请重新上传全部文件，再强制刷新（Ctrl+F5）。", "Upload all files again, then reload with Ctrl+F5."],
  pack: ["mingbai.pack 和 mingbai.wasm 不是同一版的：请用同一个压缩包里的文件。", "mingbai.pack and mingbai.wasm are of two releases: use the files of one archive."],
  wasm: ["请看上面 WebAssembly 和安全策略两项。", "See WebAssembly and the policy above."],
};

/** The checks: a title and what is found, given what `look` of `sent.js` gives. */
export const PROGRAM = [
  { zh: "程序和规则", en: "Program and rules", find: fits },
  { zh: "试算", en: "Known case", find: known },
];

async function fits({ release }) {
  try {
    const { ready } = await import("./mingbai.js");
    const { version, rules } = await ready();
    if (release && (version !== release.version || rules !== release.about.rules)) {
      return bad(
        `浏览器里是 ${version}（${rules}），网站上是 ${release.version}（${release.about.rules}）。请强制刷新（Ctrl+F5）。`,
        `The browser has ${version} (${rules}), the site ${release.version} (${release.about.rules}). Reload with Ctrl+F5.`,
      );
    }
    return good(`已打开，版本 ${version}，规则 ${rules}`, `Opened: version ${version}, rules ${rules}`);
  } catch (error) {
    const [zh, en] = DO[error.code] ?? ["请重新上传全部文件。", "Upload all files again."];
    return bad(`没有打开（${error.message}）。${zh}`, en);
  }
}

async function known() {
  try {
    const { assess } = await import("./mingbai.js");
    const { documents } = await assess(CASE, { asOf: DAY });
    const measure = documents.flatMap(({ measures }) => measures).find(({ id }) => id === MEASURE);
    const { least, most } = measure.estimate;
    const sum = least === most ? most : `${least}..${most}`;
    if (sum === DUE) return good(`算出 ${sum}，和人工计算一致`, `Comes to ${sum}, as by hand`);
    return bad(`算出 ${sum}，人工计算是 ${DUE}。请不要使用，并告知提供者。`, `Comes to ${sum}; by hand it is ${DUE}. Do not use it, and tell whoever provides it.`);
  } catch {
    return bad("没有算出。请先处理上面有问题的各项。", "Could not be worked out. Put right what is wrong above first.");
  }
}
