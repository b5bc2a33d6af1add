"""Reads messages with Python's email package, as many mail programs do, and prints the name of each one's last part.

Standard input: a JSON list of messages, each in base64. Standard output: a JSON list of {default, compat32}.
"""

import base64
import email
import email.header
import email.policy
import json
import sys
import warnings

warnings.simplefilter("error")


def name_of(message):
    name = list(message.walk())[-1].get_filename()
    return None if name is None else str(name)


def compat32_name_of(message):
    name = name_of(message)
    if name is None:
        return None
    # What programs written for the old interface do with an encoded word that they meet.
    return str(email.header.make_header(email.header.decode_header(name)))


json.dump(
    [
        {
            "default": name_of(email.message_from_bytes(octets, policy=email.policy.default)),
            "compat32": compat32_name_of(email.message_from_bytes(octets, policy=email.policy.compat32)),
        }
        for octets in (base64.b64decode(message) for message in json.load(sys.stdin))
    ],
    sys.stdout,
)
