package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.JournalLine;
import java.util.Currency;
import java.util.List;

/** The columns of the vouchers of Kingdee, and the words in their cells. */
final class KingdeeColumns {

    /** The word before the number of a voucher. */
    static final String WORD = "记";

    static final List<String> K3 = List.of(
            "凭证日期", "会计年度", "会计期间", "凭证字", "凭证号", "科目代码", "科目名称", "币别代码", "币别名称", "原币金额", "借方", "贷方", "制单", "审核", "核准",
            "出纳", "经办", "结算方式", "结算号", "凭证摘要", "数量", "数量单位", "单价", "参考信息", "业务日期", "往来业务编号", "附件数", "序号", "系统模块",
            "业务描述", "汇率类型", "汇率", "分录序号", "核算项目", "过账", "机制凭证", "现金流量");

    static final List<String> KIS = List.of("凭证日期", "凭证字", "凭证号", "附件数", "摘要", "科目代码", "科目名称", "借方金额", "贷方金额", "核算项目");

    private KingdeeColumns() {}

    /** Returns the code of a currency. */
    static String code(Currency currency) {
        return currency.getCurrencyCode().equals("CNY") ? "RMB" : currency.getCurrencyCode();
    }

    /** Returns the name of a currency. */
    static String name(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "CNY" -> "人民币";
            case "USD" -> "美元";
            default -> currency.getCurrencyCode();
        };
    }

    /** Returns the dimension of a line that is kept for each billing account; empty for others. */
    static String dimension(JournalLine line, JournalDocument document) {
        return line.key().isOfAccount() ? "客户---" + document.account().value() + "---" + document.accountName() : "";
    }
}
