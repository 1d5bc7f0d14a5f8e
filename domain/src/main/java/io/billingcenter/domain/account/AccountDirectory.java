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

/**
 * The workspaces and billing accounts, with the bindings and plans in force on any day. Immutable; loaded once per step
 * and passed to the code that needs it.
 */
public final class AccountDirectory {

    private final Map<WorkspaceId, Workspace> workspaces;
    private final Map<BillingAccountId, BillingAccount> accounts;
    private final Map<WorkspaceId, List<Binding>> bindings;
    private final Map<WorkspaceId, List<PlanPeriod>> plans;
    private final Map<BillingAccountId, List<Binding>> bindingsByAccount;

    /** Creates a directory. The bindings of a workspace must not overlap, nor must its plans. */
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

    /** Returns the workspace with the given id, if the reference data contains it. */
    public Optional<Workspace> workspace(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    /** Returns all workspaces of the reference data, in no particular order. */
    public Collection<Workspace> workspaces() {
        return workspaces.values();
    }

    /** Returns the binding of the workspace in force on the day. */
    public Optional<Binding> binding(WorkspaceId workspace, BillingDay day) {
        return bindings.getOrDefault(workspace, List.of()).stream()
                .filter(binding -> binding.days().contains(day))
                .findFirst();
    }

    /** Returns the workspaces that the account pays for on the day, by id. */
    public List<WorkspaceId> workspacesOf(BillingAccountId account, BillingDay day) {
        return bindingsByAccount.getOrDefault(account, List.of()).stream()
                .filter(binding -> binding.days().contains(day))
                .map(Binding::workspace)
                .sorted()
                .toList();
    }

    /**
     * Returns the cloud account that pays for the workspace by the given method on the day. If no binding of the day
     * names one any more, the last earlier binding that does so decides, or else the first later one.
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

    /** Returns the plan of the workspace on the day; commercial if no row covers the day. */
    public Plan plan(WorkspaceId workspace, BillingDay day) {
        return plans.getOrDefault(workspace, List.of()).stream()
                .filter(period -> period.days().contains(day))
                .findFirst()
                .map(PlanPeriod::plan)
                .orElse(Plan.COMMERCIAL);
    }

    /** Returns the billing account with the given id, if the reference data contains it. */
    public Optional<BillingAccount> findAccount(BillingAccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /**
     * Returns the billing account with the given id.
     *
     * @throws IllegalArgumentException if there is none, which the import rules out for accounts of bindings
     */
    public BillingAccount account(BillingAccountId id) {
        BillingAccount account = accounts.get(id);
        if (account == null) {
            throw new IllegalArgumentException("Expected a row for billing account " + id + ", found none");
        }
        return account;
    }
}
