package io.billingcenter.writers.tables.reference;

import io.billingcenter.domain.reference.ReferenceData;
import java.util.List;

/** What is agreed: plans, retention policies, contract prices, private tariffs and alert thresholds. */
final class AgreementRows {

    private final RowInsert rows;

    AgreementRows(RowInsert rows) {
        this.rows = rows;
    }

    void insert(ReferenceData data) {
        insertPlans(data);
        insertRetentionPolicies(data);
        insertContractPrices(data);
        insertPrivateTariffs(data);
        insertAlertThresholds(data);
    }

    private void insertPlans(ReferenceData data) {
        rows.insert(
                "plan", List.of("workspace_id", "from_day", "to_day", "plan"), data.plans(), period -> new Object[] {
                    period.workspace().value(),
                    period.days().from().date(),
                    ReferenceCells.endOf(period.days()),
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
                    ReferenceCells.endOf(price.days()),
                    price.price()
                });
    }

    private void insertPrivateTariffs(ReferenceData data) {
        rows.insert(
                "private_tariff",
                List.of("workspace_id", "from_day", "to_day", "scheme", "collectors", "price", "maintenance"),
                data.privateTariffs(),
                tariff -> new Object[] {
                    tariff.workspace().value(),
                    tariff.days().from().date(),
                    ReferenceCells.endOf(tariff.days()),
                    tariff.scheme().code(),
                    tariff.collectors(),
                    tariff.price(),
                    tariff.maintenance()
                });
    }

    private void insertAlertThresholds(ReferenceData data) {
        rows.insert(
                "alert_threshold",
                List.of("workspace_id", "meter", "from_day", "to_day", "amount"),
                data.alertThresholds(),
                threshold -> new Object[] {
                    threshold.workspace().value(),
                    ReferenceCells.codeOf(threshold.meter()),
                    threshold.days().from().date(),
                    ReferenceCells.endOf(threshold.days()),
                    threshold.amount()
                });
    }
}
