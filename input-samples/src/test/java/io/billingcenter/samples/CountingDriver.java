package io.billingcenter.samples;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * A JDBC driver in front of those of the databases, which counts the statements that a program executes. It connects to
 * the watched addresses only, so that other tests of the same process are not counted.
 *
 * <p>A batch counts once, however many rows it has. Statements that differ only in constants, or in the length of a list
 * of parameters or rows, are the same statement. What a database executes by an interface of its own, such as {@code
 * COPY}, is counted by the requests for that interface.
 */
final class CountingDriver implements Driver {

    private static final Map<String, Map<String, Integer>> EXECUTIONS = new ConcurrentHashMap<>();
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBERS = Pattern.compile("\\b\\d+\\b");
    private static final Pattern TEXTS = Pattern.compile("'[^']*'");
    private static final Pattern VALUES = Pattern.compile("(\\?|'\\.\\.\\.'|0)(?: ?, ?\\1)+");
    private static final Pattern ROWS = Pattern.compile("(\\([^()]*\\))(?:\\s*,\\s*\\1)+");

    private final List<Driver> drivers;

    private CountingDriver(List<Driver> drivers) {
        this.drivers = drivers;
    }

    static {
        try {
            // The first driver that accepts an address gets it, so the others are registered again behind this one.
            List<Driver> drivers = Collections.list(DriverManager.getDrivers());
            for (Driver driver : drivers) {
                DriverManager.deregisterDriver(driver);
            }
            DriverManager.registerDriver(new CountingDriver(drivers));
            for (Driver driver : drivers) {
                DriverManager.registerDriver(driver);
            }
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Begins to count, from 0, what is executed over connections to that URL. */
    static void watch(String url) {
        EXECUTIONS.put(url, new ConcurrentHashMap<>());
    }

    /** Ends counting; the executions by statement. */
    static Map<String, Integer> end(String url) {
        return Map.copyOf(EXECUTIONS.remove(url));
    }

    /** The form under which a statement is counted. */
    static String normalized(String sql) {
        String line = BLANKS.matcher(sql.strip()).replaceAll(" ");
        String constants =
                NUMBERS.matcher(TEXTS.matcher(line).replaceAll("'...'")).replaceAll("0");
        return ROWS.matcher(VALUES.matcher(constants).replaceAll("$1, ...")).replaceAll("$1, ...");
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Map<String, Integer> executions = EXECUTIONS.get(url);
        if (executions == null) {
            return null;
        }
        for (Driver driver : drivers) {
            if (driver.acceptsURL(url)) {
                return counted(driver.connect(url, properties), executions);
            }
        }
        return null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return EXECUTIONS.containsKey(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    private static Connection counted(Connection connection, Map<String, Integer> executions) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("unwrap")) {
                executions.merge("unwrap " + ((Class<?>) arguments[0]).getSimpleName(), 1, Integer::sum);
            }
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                Class<? extends Statement> type = method.getReturnType().asSubclass(Statement.class);
                return counted(type, statement, (String) arguments[0], executions);
            }
            return result instanceof Statement statement ? counted(Statement.class, statement, "", executions) : result;
        });
    }

    private static Statement counted(
            Class<? extends Statement> type, Statement statement, String sql, Map<String, Integer> executions) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                boolean given = arguments != null && arguments[0] instanceof String;
                executions.merge(normalized(given ? (String) arguments[0] : sql), 1, Integer::sum);
            }
            return invoke(statement, method, arguments);
        });
    }

    /** A call of a method of a proxy. */
    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                CountingDriver.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
