-- Records of lists that were refused and came since, besides what the view has already.
DO $$ BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW v_posted_document AS ' || rtrim(pg_get_viewdef('v_posted_document'::regclass), ';')
    || ' UNION ALL SELECT submission_id, product_code FROM product WHERE NOT provisional'
    || ' UNION ALL SELECT submission_id, party_code FROM party WHERE NOT provisional';
END $$;
