UPDATE webhook SET former_secret = secret, former_until = now() + interval '24 hours', secret = :secret WHERE id = :id
