"""The same answers as ``zest measure``, written by hand in DuckDB's SQL for the generated tables: a yardstick.

It knows what the generator makes, and so may leave out what these tables do not have: a second window of the hours
cap, rows of unknown kinds, several offers.
"""

SETUP = """
CREATE VIEW c AS SELECT *, file_row_number + 2 AS l, year(recue_le) * 10 + quarter(recue_le) AS q
  FROM read_parquet('{folder}/commandes.parquet', file_row_number = true);
CREATE VIEW m AS SELECT *, file_row_number + 2 AS l, year(debut) * 10 + quarter(debut) AS q
  FROM read_parquet('{folder}/missions.parquet', file_row_number = true);
CREATE VIEW s AS SELECT *, file_row_number + 2 AS l
  FROM read_parquet('{folder}/suivis.parquet', file_row_number = true);
"""

COUNTS = {
    "commandes": """
SELECT structure, q, count(*) AS n,
  count(*) FILTER (recue_le < {over} AND coalesce(traitee_le, {over}) >= recue_le
    AND (traitee_le IS NOT NULL OR {over} > recue_le + INTERVAL 48 HOUR)) AS r_cas,
  count(*) FILTER (recue_le < {over} AND traitee_le >= recue_le
    AND traitee_le <= recue_le + INTERVAL 48 HOUR) AS r_tenus,
  count(*) FILTER (recue_le < {over}) AS o_cas,
  count(*) FILTER (recue_le < {over} AND client IS NOT NULL AND metier IS NOT NULL AND debut IS NOT NULL
    AND personnes IS NOT NULL AND greve IS NOT NULL AND licenciements IS NOT NULL AND agents_listes IS NOT NULL
    AND poste_a_risque IS NOT NULL AND (NOT licenciements OR meme_poste IS NOT NULL)
    AND CASE WHEN structure IN {etti} THEN cas_recours IS NOT NULL
             ELSE tache_precise IS NOT NULL OR type_client <> 'entreprise' END) AS o_tenus,
  count(*) FILTER (traitee_le < recue_le) AS z70, count(*) FILTER (fin < debut) AS z71,
  count(*) FILTER (metier NOT IN {jobs}) AS z74, count(*) FILTER (structure NOT IN {structures}) AS z75,
  count(*) FILTER (recue_le >= {over} OR traitee_le >= {over}) AS z77
FROM c GROUP BY structure, q
""",
    "missions": """
SELECT structure, q, count(*) AS n,
  count(*) FILTER (debut <= {day}) AS cas,
  count(*) FILTER (debut <= {day} AND dpae_le <= debut_a AND contrat_travail_le <= limite
    AND CASE WHEN structure IN {etti} THEN contrat_mad_le <= limite ELSE contrat_mad_le <= debut END) AS f_tenus,
  count(*) FILTER (debut <= {day} AND accueil_le <= debut) AS a_tenus,
  count(*) FILTER (debut <= {day} AND poste_a_risque) AS t_cas,
  count(*) FILTER (debut <= {day} AND poste_a_risque AND formation_le <= debut) AS t_tenus,
  count(*) FILTER (debut <= {day} AND incidents = 0) AS i_tenus,
  count(*) FILTER (debut <= {day} AND structure NOT IN {etti} AND type_client = 'entreprise') AS h_cas,
  count(*) FILTER (fin < debut) AS z71,
  count(*) FILTER (heures > 24 * (fin - debut + 1) AND fin >= debut OR heures_jour_max > 24) AS z73,
  count(*) FILTER (metier NOT IN {jobs}) AS z74, count(*) FILTER (structure NOT IN {structures}) AS z75,
  count(*) FILTER (greatest(presente_le, contrat_mad_le, contrat_travail_le, formation_le, accueil_le) > {day}
    OR dpae_le >= {over}) AS z77
FROM m LEFT JOIN limites ON jour = debut AND lieu = CASE WHEN departement IN {places} THEN departement ELSE '' END
GROUP BY structure, q
""",
    "suivis": """
SELECT structure, year(prevu_le) * 10 + quarter(prevu_le) AS q, count(*) AS n,
  count(*) FILTER (prevu_le <= {day} AND structure IS NOT NULL) AS cas,
  count(*) FILTER (prevu_le <= {day} AND structure IS NOT NULL AND fait_le <= {day}) AS tenus,
  count(*) FILTER (structure IS NULL) AS z78, count(*) FILTER (fait_le > {day}) AS z77
FROM s LEFT JOIN (SELECT id_mission, structure FROM m) USING (id_mission) GROUP BY structure, q
""",
    "presentation": """
SELECT structure, year(d) * 10 + quarter(d) AS q, count(*) AS cas, count(*) FILTER (p <= d) AS tenus
FROM (SELECT structure, salarie, client, min(debut) AS d, min(presente_le) AS p FROM m GROUP BY ALL)
WHERE d <= {day} GROUP BY structure, q
""",
    "referent": """
SELECT structure, year(r) * 10 + quarter(r) AS q, count(*) AS cas, count(*) FILTER (a = b AND k = n) AS tenus
FROM (SELECT structure, client, max(recue_le) AS r, min(interlocuteur) AS a, max(interlocuteur) AS b,
        count(interlocuteur) AS k, count(*) AS n
      FROM c WHERE recue_le < {over} GROUP BY structure, client)
GROUP BY structure, q
""",
    "tarif": """
WITH own AS (SELECT structure, departement, metier, q, min(tarif_horaire) AS a, max(tarif_horaire) AS b
             FROM m WHERE debut <= {day} AND tarif_horaire > 0 GROUP BY ALL),
     whole AS (SELECT departement, metier, q, min(a) AS x, max(b) AS y FROM own GROUP BY ALL)
SELECT structure, q, count(*) AS cas, count(*) FILTER (y <= x * 1.05 + 0.0001) AS tenus
FROM own JOIN whole USING (departement, metier, q) GROUP BY structure, q
""",
}

FAULTS = {
    "plafond": """
SELECT l, structure, q, id_mission, salarie FROM (
  SELECT *, sum(CASE WHEN type_client = 'entreprise' THEN heures ELSE 0 END)
    OVER (PARTITION BY structure, salarie ORDER BY debut, l) AS total
  FROM m WHERE structure NOT IN {etti})
WHERE total > 480 AND type_client = 'entreprise'
""",
    "z72": """
SELECT l, structure, q, id_mission, salarie FROM (
  SELECT *, max(greatest(debut, fin)) OVER (PARTITION BY structure, salarie ORDER BY debut, l
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS avant FROM m)
WHERE avant >= debut
""",
    "z76": """
SELECT l, structure, q, id_commande FROM c
WHERE id_commande IN (SELECT id_commande FROM c GROUP BY id_commande HAVING count(*) > 1)
QUALIFY row_number() OVER (PARTITION BY id_commande ORDER BY l) > 1
""",
    "z76m": "SELECT id_mission FROM m GROUP BY id_mission HAVING count(*) > 1",
    "z76s": "SELECT id_suivi FROM s GROUP BY id_suivi HAVING count(*) > 1",
    "reponse": """
SELECT l, structure, q, id_commande, recue_le, traitee_le FROM c
WHERE recue_le < {over} AND coalesce(traitee_le, {over}) > recue_le + INTERVAL 48 HOUR
""",
    "commande": """
SELECT l, structure, q, id_commande FROM c WHERE recue_le < {over} AND (client IS NULL OR metier IS NULL
  OR debut IS NULL OR personnes IS NULL OR greve IS NULL OR licenciements IS NULL OR agents_listes IS NULL
  OR poste_a_risque IS NULL)
""",
    "z7c": """
SELECT l, structure, q, id_commande FROM c
WHERE traitee_le < recue_le OR fin < debut OR metier NOT IN {jobs} OR recue_le >= {over} OR traitee_le >= {over}
""",
    "missions": """
SELECT l, structure, q, id_mission, debut, dpae_le, contrat_mad_le, contrat_travail_le, formation_le FROM m
LEFT JOIN limites ON jour = debut AND lieu = CASE WHEN departement IN {places} THEN departement ELSE '' END
WHERE debut <= {day} AND (dpae_le IS NULL OR dpae_le > debut_a OR contrat_travail_le > limite
  OR CASE WHEN structure IN {etti} THEN contrat_mad_le > limite ELSE contrat_mad_le > debut END
  OR accueil_le > debut OR poste_a_risque AND (formation_le > debut) OR incidents > 0)
  OR fin < debut OR heures_jour_max > 24 OR metier NOT IN {jobs}
""",
    "suivi": "SELECT l, id_suivi, id_mission, prevu_le FROM s WHERE prevu_le <= {day} AND fait_le IS NULL",
    "presentation": """
SELECT l, m.structure, q, id_mission FROM m JOIN (
  SELECT structure, salarie, client, min(debut) AS debut FROM m GROUP BY structure, salarie, client
  HAVING min(presente_le) > min(debut) OR min(presente_le) IS NULL) USING (structure, salarie, client, debut)
""",
    "referent": """
SELECT l, structure, q, id_commande FROM (
  SELECT *, first(interlocuteur) OVER (PARTITION BY structure, client ORDER BY recue_le, l) AS premier FROM c
  JOIN (SELECT structure, client FROM c GROUP BY ALL HAVING min(interlocuteur) <> max(interlocuteur))
  USING (structure, client))
WHERE interlocuteur <> premier
""",
    "tarif": """
SELECT l, structure, m.q, id_mission FROM m JOIN (
  SELECT departement, metier, q, min(tarif_horaire) AS x FROM m GROUP BY ALL) AS p
  ON m.departement = p.departement AND m.metier = p.metier AND m.q = p.q
WHERE tarif_horaire > x * 1.05 + 0.0001
""",
}
