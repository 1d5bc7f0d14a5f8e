package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who owns and who pays, on any day. Immutable; loaded once per step and handed in. */
public final class AccountDirectory {

    private final Map<WorkspaceId, Workspace> workspaces;
    private final Map<BillingAccountId, BillingAccount> accounts;
    private final Map<WorkspaceId, List<Binding>> bindings;
    private final Map<WorkspaceId, List<PlanPeriod>> plans;
    private final Map<BillingAccountId, List<Binding>> bindingsByAccount;

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
        this.bindingsByAccount = bindings.stream().collect(Collectors.groupingBy(Binding::account));
        this.plans = plans.stream().collect(Collectors.groupingBy(PlanPeriod::workspace));
    }

    /** The workspace of that id, if reference data knows it. */
    public Optional<Workspace> workspace(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    /** The workspaces that reference data knows, in no order. */
    public Collection<Workspace> workspaces() {
        return workspaces.values();
    }

    /** The binding of the workspace in force on the day. */
    public Optional<Binding> binding(WorkspaceId workspace, BillingDay day) {
        return bindings.getOrDefault(workspace, List.of()).stream()
                .filter(binding -> binding.days().contains(day))
                .findFirst();
    }

    /** The workspaces for which the account pays on the day, by id. */
    public List<WorkspaceId> workspacesOf(BillingAccountId account, BillingDay day) {
        return bindingsByAccount.getOrDefault(account, List.of()).stream()
                .filter(binding -> binding.days().contains(day))
                .map(Binding::workspace)
                .sorted()
                .toList();
    }

    /**
     * The cloud account that pays for the workspace by that method on the day. Where no binding of the day says so any more,
     * the last one before it that does, or the first one after it.
     */
    public Optional<String> vendorAccount(WorkspaceId workspace, SettlementMethod method, BillingDay day) {
        List<Binding> named = bindings.getOrDefault(workspace, List.of()).stream()
                .filter(binding -> binding.settlement() == method && binding.vendorAccount() != null)
                .sorted(Comparator.comparing(binding -> binding.days().from()))
                .toList();
        return named.stream()
                .filter(binding -> !day.isBefore(binding.days().from()))
                .reduce((earlier, later) -> later)
                .or(() -> named.stream().findFirst())
                .map(binding -> Objects.requireNonNull(binding.vendorAccount()));
    }

    /** The plan of the workspace on the day; commercial when no row says otherwise. */
    public Plan plan(WorkspaceId workspace, BillingDay day) {
        return plans.getOrDefault(workspace, List.of()).stream()
                .filter(period -> period.days().contains(day))
                .findFirst()
                .map(PlanPeriod::plan)
                .orElse(Plan.COMMERCIAL);
    }

    /** The billing account of that id, if reference data knows it. */
    public Optional<BillingAccount> findAccount(BillingAccountId id) {
        return Optional.ofNullable(accounts.get(id));
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
