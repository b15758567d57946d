"""Reports of fraud: when their parts are deleted."""

import datetime

from django.utils import timezone

from handover.models import FraudReport


def forget_old() -> None:
    """Take the contact out after 90 days, delete the whole report after a year, whatever its state."""
    now = timezone.now()
    FraudReport.objects.filter(sent_at__lte=now - datetime.timedelta(days=FraudReport.REPORT_DAYS)).delete()
    FraudReport.objects.filter(sent_at__lte=now - datetime.timedelta(days=FraudReport.CONTACT_DAYS)).exclude(
        contact=""
    ).update(contact="")
