package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;

/**
 * The unit whose usage is counted.
 *
 * @param site code of its site
 * @param consoleAccount e-mail of the console account that owns it
 * @param created first billing day of its life
 */
public record Workspace(
        WorkspaceId id,
        String name,
        String site,
        String consoleAccount,
        StorageType storage,
        Channel channel,
        BillingDay created) {}
