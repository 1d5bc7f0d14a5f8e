package io.billingcenter.domain.account;

/** The login that owns workspaces, identified by its e-mail address; it never pays (billing rules 5.1). */
public record ConsoleAccount(String email, String name) {}
