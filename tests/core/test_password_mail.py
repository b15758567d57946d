"""A forgotten password: the mail comes in the language in which it was asked for, on the demo's console too."""

import email
import email.policy
import os
import re
import shutil
import subprocess
import sys

import pytest
from django.conf import settings
from django.core import mail
from django.urls import reverse

from tests.messages import ROOT

pytestmark = pytest.mark.django_db
SUBJECTS = {
    "ro": "Resetarea parolei",
    "ru": "Восстановление пароля",
    "nl": "Wachtwoord herstel",
    "en": "Password reset",
}
LINES = {
    "ro": "link-ul de mai jos",
    "ru": "по ссылке ниже",
    "nl": "Klik op de link",
    "en": "follow the link below",
}
IN_THE_DEMO = """
import django
django.setup()
from django.test import Client
Client().post("/admin/password_reset/", {"email": "editor@example.org"}, headers={"Accept-Language": "ru"})
"""


def ask(client, language="en", address="editor@example.org"):
    return client.post(
        reverse("wagtailadmin_password_reset"), {"email": address}, headers={"Accept-Language": language}
    )


def test_the_subject_is_in_the_language_of_the_request(client, language):
    ask(client, language)
    assert [message.subject for message in mail.outbox] == [SUBJECTS[language]]


def test_the_text_is_in_the_language_of_the_request(client, language):
    ask(client, language)
    assert LINES[language] in mail.outbox[0].body


def test_an_unknown_address_gets_no_mail_and_the_same_answer(client):
    known, unknown = ask(client), ask(client, address="nobody@example.org")
    assert (unknown.status_code, unknown["Location"], len(mail.outbox)) == (302, known["Location"], 1)


def test_the_link_of_the_mail_sets_a_new_password(client):
    ask(client)
    path = re.search(r"http://testserver(/admin/\S+)", mail.outbox[0].body)[1]
    form = client.get(path)["Location"]
    client.post(form, {"new_password1": "violet-harbour-31", "new_password2": "violet-harbour-31"})
    assert client.login(username="editor", password="violet-harbour-31")


@pytest.fixture
def printed(tmp_path):
    """What the demo prints when somebody asks, on a database of its own."""
    shutil.copy(settings.VAR / "test.sqlite3", tmp_path / "portal.sqlite3")
    environment = {"DJANGO_SETTINGS_MODULE": "config.settings.demo", "VAR_DIR": str(tmp_path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-W", "ignore", "-c", IN_THE_DEMO]
    path = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment | {"PYTHONPATH": path}, capture_output=True, check=True
    )
    return email.message_from_bytes(done.stdout, policy=email.policy.default)


def test_the_demo_prints_the_mail_in_the_language_of_the_request(printed):
    assert (printed["Subject"], printed["To"]) == (SUBJECTS["ru"], "editor@example.org")
    assert LINES["ru"] in printed.get_content()
