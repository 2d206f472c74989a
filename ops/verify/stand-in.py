# Stands where programs and mail servers of others would be: a webhook that counts the signatures of each call, and a mail server that takes all.
#   stand-in.py http PORT FILE | stand-in.py smtp PORT
import http.server, socketserver, sys


class Webhook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        with open(sys.argv[3], "a") as log:
            print(len(self.headers.get("webhook-signature", "").split()), file=log)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *words):
        pass


class Mail(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 stand-in")
        for line in self.rfile:
            word = line[:4].upper().strip()
            if word == b"DATA":
                self.say("354 go on")
                while self.rfile.readline() not in (b".\r\n", b""):
                    pass
            self.say("221 bye" if word == b"QUIT" else "250 well")
            if word == b"QUIT":
                return


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(("127.0.0.1", int(sys.argv[2])), Webhook if sys.argv[1] == "http" else Mail).serve_forever()
