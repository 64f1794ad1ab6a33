package org.drydock.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;

/**
 * SQLite: packages, advisories and aliases in tables of their own; what a statement says of versions as one text, which
 * takes less room than a row for each range. Only the indexes that the questions need.
 */
final class SqliteEngine implements StoreComparison.Engine {
    private static final List<Status> STATUSES = List.of(Status.values());

    private final Connection connection;
    private final PreparedStatement question;

    SqliteEngine(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        question = connection.prepareStatement("select a.name, a.aliases, a.related, s.status, s.ranges, s.versions,"
                + " s.module, s.ratings from package p join statement s on s.package = p.id"
                + " join advisory a on a.id = s.advisory where p.namespace = ? and p.name = ?");
    }

    static void write(Path file, List<Advisory> records) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table package (id integer primary key, namespace text, name text)");
            statement.execute("create table advisory (id integer primary key, name text, aliases text, related text,"
                    + " summary text, ratings text, refs text, published text, modified text)");
            statement.execute("create table alias (alias text, advisory integer)");
            statement.execute("create table statement (package integer, advisory integer, status integer, ranges text,"
                    + " versions text, module text, ratings text)");
            connection.setAutoCommit(false);
            insert(connection, records);
            statement.execute("create unique index package_name on package (namespace, name)");
            statement.execute("create index statement_package on statement (package)");
            statement.execute("create index advisory_name on advisory (name)");
            statement.execute("create index alias_alias on alias (alias)");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum");
        }
    }

    @Override
    public int ask(String namespace, String name) throws SQLException {
        question.setString(1, namespace);
        question.setString(2, name);
        int found = 0;
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                for (int column = 1; column <= 8; column++) {
                    rows.getString(column);
                }
                found++;
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        question.close();
        connection.close();
    }

    private static void insert(Connection connection, List<Advisory> records) throws SQLException {
        Map<String, Integer> packages = new HashMap<>();
        try (PreparedStatement addPackage = connection.prepareStatement("insert into package values (?, ?, ?)");
                PreparedStatement addAdvisory =
                        connection.prepareStatement("insert into advisory values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement addAlias = connection.prepareStatement("insert into alias values (?, ?)");
                PreparedStatement add =
                        connection.prepareStatement("insert into statement values (?, ?, ?, ?, ?, ?, ?)")) {
            int id = 0;
            for (Advisory record : records) {
                id++;
                run(
                        addAdvisory,
                        id,
                        record.id(),
                        String.join(" ", record.aliases()),
                        String.join(" ", record.related()),
                        record.summary(),
                        Texts.ratings(record.ratings()),
                        String.join(" ", record.references()),
                        record.published(),
                        record.modified());
                for (String alias : record.aliases()) {
                    run(addAlias, alias, id);
                }
                for (Affected affected : record.affected()) {
                    String name = affected.namespace() + '\0' + affected.name();
                    Integer known = packages.get(name);
                    if (known == null) {
                        known = packages.size() + 1;
                        packages.put(name, known);
                        run(addPackage, known, affected.namespace(), affected.name());
                    }
                    run(
                            add,
                            known,
                            id,
                            STATUSES.indexOf(affected.status()),
                            Texts.ranges(affected.ranges()),
                            String.join(" ", affected.versions()),
                            String.valueOf(affected.module()),
                            Texts.ratings(affected.ratings()));
                }
            }
        }
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
