package io.billingcenter.writers.reference;

import io.billingcenter.domain.reference.ReferenceData;
import java.util.List;

/** What is agreed: plans, retention policies and contract prices. */
final class AgreementRows {

    private final RowInsert rows;

    AgreementRows(RowInsert rows) {
        this.rows = rows;
    }

    void insert(ReferenceData data) {
        insertPlans(data);
        insertRetentionPolicies(data);
        insertContractPrices(data);
    }

    private void insertPlans(ReferenceData data) {
        rows.insert(
                "plan", List.of("workspace_id", "from_day", "to_day", "plan"), data.plans(), period -> new Object[] {
                    period.workspace().value(),
                    period.days().from().date(),
                    Columns.endOf(period.days()),
                    period.plan().code()
                });
    }

    private void insertRetentionPolicies(ReferenceData data) {
        rows.insert(
                "retention_policy",
                List.of("workspace_id", "data", "subject", "effective_at", "days"),
                data.retentionPolicies(),
                policy -> new Object[] {
                    policy.workspace().value(),
                    policy.data().code(),
                    policy.subject(),
                    policy.effectiveAt().toString(),
                    policy.days()
                });
    }

    private void insertContractPrices(ReferenceData data) {
        rows.insert(
                "contract_price",
                List.of("account_id", "meter", "retention_days", "from_day", "to_day", "price"),
                data.contractPrices(),
                price -> new Object[] {
                    price.account().value(),
                    price.tier().meter().code(),
                    price.tier().retentionDays(),
                    price.days().from().date(),
                    Columns.endOf(price.days()),
                    price.price()
                });
    }
}
