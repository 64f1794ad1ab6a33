package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteColumnsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT,blob BLOB NOT NULL) | 1",
                "CREATE TABLE Packages(blob)                                        | 0",
                "CREATE TABLE p (a DECIMAL(1,2), b TEXT DEFAULT ',(', \"BLOB\" BLOB) | 2",
                "CREATE TABLE p ([a,b] x, `c` y, 'blob' z)                          | 2",
                "CREATE TABLE p (a, b, CHECK (a > 'blob'))                          | 3",
                "CREATE TABLE p (a                                                  | 1",
                "CREATE TABLE p ('                                                  | 1",
                "nothing                                                            | 1",
            })
    void findsAColumn(String sql, int index) {
        assertThat(SqliteColumns.indexOf(sql, "blob")).isEqualTo(index);
    }
}
