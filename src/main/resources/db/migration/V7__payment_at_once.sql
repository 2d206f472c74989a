-- « Comptant » is paid at once, nobody says how: neither cash nor one of the other methods.
ALTER TABLE invoice DROP CONSTRAINT invoice_payment_method_check;
ALTER TABLE invoice ADD CONSTRAINT invoice_payment_method
  CHECK (payment_method IN ('ESPECES', 'CHEQUE', 'VIREMENT', 'CARTE', 'TRAITE', 'COMPTANT', 'AUTRE'));
