package dev.drillbook.practice;

import dev.drillbook.runbook.Invalid;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code drillbook practice sql "select …"}: asks the practice database. */
@Command(name = "sql", mixinStandardHelpOptions = true, description = "Asks the shop's PostgreSQL.")
final class SqlCommand implements Runnable {
    private static final int MOST_ROWS = 1_000;
    private static final Set<Integer> NUMBERS =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.REAL, Types.DOUBLE);

    @ParentCommand
    private PracticeCommand practice;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SQL", description = "One statement or several.")
    private List<String> words;

    @Override
    public void run() {
        URI database = practice.stack().state().address("postgresql");
        try (Connection connection = Jdbc.connect(database, 10);
                Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS + 1);
            boolean rows = statement.execute(String.join(" ", words));
            while (rows || statement.getUpdateCount() >= 0) {
                print(rows ? table(statement.getResultSet()) : counted(statement.getUpdateCount(), "changed"));
                rows = statement.getMoreResults();
            }
        } catch (SQLException e) {
            throw new Invalid("sql: " + e.getMessage().replaceAll("\\s*\n\\s*", ", ")
                    + "; 'drillbook practice status' says whether PostgreSQL is healthy");
        }
    }

    private static String table(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) names.add(columns.getColumnLabel(i));
        Table table = new Table(names);
        int count = 0;
        while (rows.next() && count++ < MOST_ROWS) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= names.size(); i++)
                row.add(NUMBERS.contains(columns.getColumnType(i)) ? rows.getBigDecimal(i) : rows.getString(i));
            table.row(row);
        }
        boolean more = count > MOST_ROWS;
        return table + (more ? "(the first " + MOST_ROWS + " rows; add a limit)\n" : counted(count, ""));
    }

    private static String counted(int rows, String what) {
        return ("(" + rows + (rows == 1 ? " row " : " rows ") + what).strip() + ")\n";
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
