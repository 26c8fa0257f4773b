package dev.drillbook.practice.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Which products a category shows, and what PostgreSQL knows of a product. */
record Catalogue(Map<Integer, List<Integer>> categories) {
    private static final String PRODUCT = """
            select p.name, p.cents,
                   (select round(avg(r.stars), 1) from review r where r.product = p.id) as rating,
                   (select string_agg(id::text, ' ')
                      from (select other.product as id
                              from order_line mine
                              join order_line other on other.purchase = mine.purchase and other.product <> mine.product
                             where mine.product = p.id
                             group by other.product
                             order by count(*) desc, other.product
                             limit 3) top) as also_bought
              from product p
             where p.id = ?""";

    static Catalogue read(Connection database) throws SQLException {
        var categories = new HashMap<Integer, List<Integer>>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select category, product from category_product order by 1, 2")) {
            while (rows.next())
                categories
                        .computeIfAbsent(rows.getInt(1), first -> new ArrayList<>())
                        .add(rows.getInt(2));
        }
        return new Catalogue(categories);
    }

    /** @throws NoSuchElementException when there is no such category */
    List<Integer> productsOf(int category) {
        return Optional.ofNullable(categories.get(category)).orElseThrow();
    }

    /** @throws SQLException also when there is no such product */
    static Product product(Connection database, int id) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(PRODUCT)) {
            statement.setInt(1, id);
            try (var row = statement.executeQuery()) {
                if (!row.next()) throw new SQLException("no product " + id);
                String alsoBought = row.getString("also_bought");
                return new Product(
                        id,
                        row.getInt("cents"),
                        row.getString("rating"),
                        alsoBought == null ? "" : alsoBought,
                        row.getString("name"));
            }
        }
    }
}
