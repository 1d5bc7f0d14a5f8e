package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who owns and who pays, on any day. Immutable; loaded once per step and handed in. */
public final class AccountDirectory {

    private final Map<WorkspaceId, Workspace> workspaces;
    private final Map<BillingAccountId, BillingAccount> accounts;
    private final Map<WorkspaceId, List<Binding>> bindings;
    private final Map<WorkspaceId, List<PlanPeriod>> plans;

    /** A directory of these facts; of a workspace no two bindings and no two plans may overlap. */
    public AccountDirectory(
            Collection<Workspace> workspaces,
            Collection<BillingAccount> accounts,
            Collection<Binding> bindings,
            Collection<PlanPeriod> plans) {
        this.workspaces = workspaces.stream().collect(Collectors.toUnmodifiableMap(Workspace::id, Function.identity()));
        this.accounts =
                accounts.stream().collect(Collectors.toUnmodifiableMap(BillingAccount::id, Function.identity()));
        this.bindings = bindings.stream().collect(Collectors.groupingBy(Binding::workspace));
        this.plans = plans.stream().collect(Collectors.groupingBy(PlanPeriod::workspace));
    }

    /** The workspace of that id, if reference data knows it. */
    public Optional<Workspace> workspace(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    /** The binding of the workspace in force on the day. */
    public Optional<Binding> binding(WorkspaceId workspace, BillingDay day) {
        return bindings.getOrDefault(workspace, List.of()).stream()
                .filter(binding -> binding.days().contains(day))
                .findFirst();
    }

    /** The plan of the workspace on the day; commercial when no row says otherwise. */
    public Plan plan(WorkspaceId workspace, BillingDay day) {
        return plans.getOrDefault(workspace, List.of()).stream()
                .filter(period -> period.days().contains(day))
                .findFirst()
                .map(PlanPeriod::plan)
                .orElse(Plan.COMMERCIAL);
    }

    /**
     * The billing account of that id.
     *
     * @throws IllegalArgumentException when there is none; the import refuses bindings to unknown accounts
     */
    public BillingAccount account(BillingAccountId id) {
        BillingAccount account = accounts.get(id);
        if (account == null) {
            throw new IllegalArgumentException("Expected a row for billing account " + id + ", found none");
        }
        return account;
    }
}
