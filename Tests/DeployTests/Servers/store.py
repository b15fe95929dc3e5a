"""An object store for tests, which checks signatures, session tokens, conditions and clocks.

usage: store.py CERTIFICATES    prints `store PORT` and `ready 0`; ends with its input. The keys lie in CERTIFICATES/keys,
one a line: access key, secret key, and the same and a token of a session.
"""

import datetime
import json
import os
import pathlib
import shutil
import sys
import threading

# So many calls may come before anybody has a key: those that make the keys.
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "6"

import boto3
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

PATIENCE = datetime.timedelta(minutes=15)
SKEWED = b"<Error><Code>RequestTimeTooSkewed</Code></Error>"


def with_clock(application):
    """Refuses what was signed too long ago, as stores do."""

    def answer(environ, start):
        signed = environ.get("HTTP_X_AMZ_DATE")
        if signed and environ.get("HTTP_X_AMZ_CONTENT_SHA256"):
            then = datetime.datetime.strptime(signed, "%Y%m%dT%H%M%SZ")
            if abs(datetime.datetime.utcnow() - then) > PATIENCE:
                start("403 Forbidden", [("Content-Type", "application/xml"), ("Content-Length", str(len(SKEWED)))])
                return [SKEWED]
        return application(environ, start)

    return answer


class Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *_):
        pass


folder = pathlib.Path(sys.argv[1])
server = make_server(
    "127.0.0.1", 0, with_clock(DomainDispatcherApplication(create_backend_app)), threaded=True, request_handler=Quiet)
threading.Thread(target=server.serve_forever, daemon=True).start()

access = dict(
    endpoint_url=f"http://127.0.0.1:{server.server_port}", region_name="us-east-1", aws_access_key_id="nobody",
    aws_secret_access_key="nobody")
iam = boto3.client("iam", **access)
everything = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})
iam.create_user(UserName="deploy")
key = iam.create_access_key(UserName="deploy")["AccessKey"]
iam.put_user_policy(UserName="deploy", PolicyName="all", PolicyDocument=everything)
role = iam.create_role(RoleName="deploy", AssumeRolePolicyDocument=everything)["Role"]["Arn"]
iam.put_role_policy(RoleName="deploy", PolicyName="all", PolicyDocument=everything)
session = boto3.client("sts", **access).assume_role(RoleArn=role, RoleSessionName="deploy")["Credentials"]
(folder / "keys").write_text("\n".join([
    key["AccessKeyId"], key["SecretAccessKey"], session["AccessKeyId"], session["SecretAccessKey"],
    session["SessionToken"]]))

print(f"store {server.server_port}\nready 0", flush=True)
sys.stdin.read()
shutil.rmtree(folder)
