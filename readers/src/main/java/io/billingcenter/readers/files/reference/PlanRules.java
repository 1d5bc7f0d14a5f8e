package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.PlanHistory;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.readers.files.csv.Located;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses plans that are valid rows but together violate a rule (billing rules 4.2). */
final class PlanRules {

    private PlanRules() {}

    static void check(List<Located<PlanPeriod>> plans) {
        plans.stream()
                .collect(Collectors.groupingBy(plan -> plan.fact().workspace()))
                .values()
                .forEach(PlanRules::checkWorkspace);
    }

    private static void checkWorkspace(List<Located<PlanPeriod>> plans) {
        List<PlanPeriod> refused = new PlanHistory(Located.facts(plans)).freeAfterUpgrade();
        plans.stream()
                .filter(plan -> refused.contains(plan.fact()))
                .forEach(plan -> plan.row()
                        .refuse(
                                PlansFile.PLAN,
                                "a plan other than free, because the workspace was commercial before and an upgrade"
                                        + " is irreversible (billing rules 4.2)"));
    }
}
